// Days as people here write them. A native date field follows the browser's
// language and so shows month/day to some (P-45); ours is a text field that
// takes 21/11/2026, 21-11-2026, 21.11.2026 or 2026-11-21.

/** The day as the API takes it, or nothing when it is no day. */
export function readDay(text: string): string | undefined {
  const dayFirst = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text.trim());
  const yearFirst = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const [year, month, day] = yearFirst ? yearFirst.slice(1) : dayFirst ? dayFirst.slice(1).reverse() : [];
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // A calendar has no 31 November: what comes back otherwise was none.
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

export function writeDay(iso: string): string {
  const [year, month, day] = iso.split('-');
  return year && month && day ? `${day}/${month}/${year}` : '';
}
