// Amounts as each language writes them (P-45): `€ 12,50` in Dutch. Cents are
// whole; they are only divided to be written.
const regions: Record<string, string> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-IE' };
const formatters = new Map<string, Intl.NumberFormat>();

/** @param currency as ISO 4217 has it, for what came in another than ours. */
export function money(cents: number, locale: string, currency = 'EUR'): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`cents must be whole: ${cents}`);
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(regions[locale] ?? locale, { style: 'currency', currency });
    formatters.set(key, formatter);
  }
  return formatter.format(cents / 100);
}
