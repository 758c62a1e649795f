// Amounts as each language writes them (P-45): `€ 12,50` in Dutch. Cents are
// whole; they are only divided to be written.
const regions: Record<string, string> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-IE' };
const formatters = new Map<string, Intl.NumberFormat>();

export function money(cents: number, locale: string): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`cents must be whole: ${cents}`);
  let formatter = formatters.get(locale);
  if (!formatter) {
    formatter = new Intl.NumberFormat(regions[locale] ?? locale, { style: 'currency', currency: 'EUR' });
    formatters.set(locale, formatter);
  }
  return formatter.format(cents / 100);
}
