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

/** Day and time as the town's calendar and clock have them: 2026-11-21, 14:05. */
export const isoDay = (moment: Moment): string => formatter('en-CA', 'iso', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(asDate(moment));
export const isoTime = (moment: Moment): string => formatter('en', 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(asDate(moment));

/** 14u05 in Dutch, 14h05 in French, 14:05 Uhr in German, 14:05 in English. */
export const time = (moment: Moment, locale: string): string => clock(isoTime(moment), locale);

/** The same, of a time that is no moment: 14:05. */
export function clock(time: string, locale: string): string {
  const [hour = '', minute = ''] = time.split(':');
  if (locale === 'nl') return `${Number(hour)}u${minute}`;
  if (locale === 'fr') return `${Number(hour)}h${minute}`;
  return locale === 'de' ? `${time} Uhr` : time;
}

/** zaterdag 21 november 2026 */
export function day(moment: Moment, locale: string): string {
  return formatter(locale, 'day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(asDate(moment));
}

/** Days of the week, Monday first. */
export function weekday(number: number, locale: string, width: 'long' | 'short'): string {
  return formatter(locale, `weekday ${width}`, { weekday: width }).format(new Date(Date.UTC(2024, 0, number, 12)));
}

/** 1 uur 30 minuten */
export function duration(minutes: number, locale: string): string {
  const write = (value: number, unit: string) => new Intl.NumberFormat(regions[locale] ?? locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const [hours, rest] = [Math.trunc(minutes / 60), minutes % 60];
  return [...(hours === 0 ? [] : [write(hours, 'hour')]), ...(rest === 0 && hours !== 0 ? [] : [write(rest, 'minute')])].join(' ');
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
