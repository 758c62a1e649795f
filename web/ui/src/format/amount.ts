// Amounts as people here type them: 12,50 or 12.50 or 12, with or without a
// euro sign. Nothing is guessed: what could mean two things is no amount.

/** What is written around the number, and spaces of every kind within. */
const around = /[\s\u00a0\u202f]|€|eur(?:o'?s?)?/gi;
/** Whole euros, with dots between the thousands or without. */
const whole = String.raw`\d{1,3}(?:\.\d{3})+|\d+`;
/** After a comma, or after a dot, one or two digits; `12,-` is twelve euros. */
const belgian = new RegExp(String.raw`^(${whole})?(?:,(\d{0,2}|-))?$`);
const dotted = /^(\d{1,3}(?:,\d{3})+|\d+)?\.(\d{1,2})$/;

/** @returns whole cents, or nothing when it is no amount. */
export function readAmount(text: string): number | undefined {
  const plain = text.replaceAll(around, '');
  const found = belgian.exec(plain) ?? dotted.exec(plain);
  if (!found || !/\d/.test(plain)) return undefined;
  const [, euros = '0', cents = ''] = found;
  const amount = Number(euros.replaceAll(/[.,]/g, '')) * 100 + Number(cents.replace('-', '').padEnd(2, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** As one would type it: 12,50, and 20 for twenty euros. */
export function writeAmount(cents: number, locale: string): string {
  const rest = cents % 100;
  const point = locale === 'en' ? '.' : ',';
  return `${Math.trunc(cents / 100)}${rest === 0 ? '' : point + String(rest).padStart(2, '0')}`;
}
