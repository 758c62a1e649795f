// Dates and times as each language writes them, always in Belgian time, so
// that a phone abroad shows what the street sign says (P-45).
const zone = 'Europe/Brussels';
const regions: Record<string, string> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(regions[locale] ?? locale, { ...options, timeZone: zone });
    formatters.set(key, made);
  }
  return made;
}

export type Moment = Date | string;

const asDate = (moment: Moment) => (typeof moment === 'string' ? new Date(moment) : moment);

/** 21 november 2026 */
export function date(moment: Moment, locale: string): string {
  return formatter(locale, 'date', { day: 'numeric', month: 'long', year: 'numeric' }).format(asDate(moment));
}

/** 21/11/2026, for lists where room is scarce. */
export function shortDate(moment: Moment, locale: string): string {
  return formatter(locale, 'short', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(asDate(moment));
}

/** 14u05 in Dutch, 14h05 in French, 14:05 Uhr in German, 14:05 in English. */
export function time(moment: Moment, locale: string): string {
  const parts = formatter('en', 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(asDate(moment));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const hour = part('hour');
  const minute = part('minute');
  if (locale === 'nl') return `${Number(hour)}u${minute}`;
  if (locale === 'fr') return `${Number(hour)}h${minute}`;
  if (locale === 'de') return `${hour}:${minute} Uhr`;
  return `${hour}:${minute}`;
}

const joints: Record<string, string> = { nl: ' om ', fr: ' à ', de: ' um ', en: ' at ' };

/** 21 november 2026 om 14u05 */
export function dateTime(moment: Moment, locale: string): string {
  return date(moment, locale) + (joints[locale] ?? ' ') + time(moment, locale);
}

/** 21/11/2026 14u05 */
export function shortDateTime(moment: Moment, locale: string): string {
  return `${shortDate(moment, locale)} ${time(moment, locale)}`;
}
