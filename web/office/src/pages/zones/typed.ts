// Rules as they are typed, and as the API has them. What can't be read is
// nothing; who asks says what is wrong with it (check.ts).
import { readDay, writeDay } from '@meent/ui/table/day.ts';
import { readTime } from '@meent/ui/format/town-time.ts';
import type { Rules, Window } from './types.ts';

export interface Typed {
  from: string;
  /** Seven days, Monday first. */
  hours: Window[][];
  holidays: string;
  own: string;
  ownStep: string;
  visitors: string;
  visitorsStep: string;
  longest: string;
  streets: string;
}

export const blank: Readonly<Typed> = {
  from: '',
  hours: [[], [], [], [], [], [], []],
  holidays: 'free',
  own: '',
  ownStep: '0,05',
  visitors: '',
  visitorsStep: '0,05',
  longest: '',
  streets: '',
};

/** As the API limits them. */
export const most = { windows: 6, streets: 1000, ownCents: 10_000, stepCents: 500, stayMinutes: 7 * 24 * 60 } as const;

/** 220 of 2,20 or 2.2 or € 2,20. */
export function readCents(text: string): number | undefined {
  const [, euros, cents = ''] = /^(?:€\s*)?(\d{1,4})(?:[.,](\d{1,2}))?(?:\s*€)?$/.exec(text.trim()) ?? [];
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}

export const writeCents = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

/** 150 of 2:30 or 2u30; hours alone are whole. */
export function readStay(text: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,3})\s*(?:[:uh.]\s*(\d{2})?)?$/i.exec(text.trim()) ?? [];
  return hours === undefined || Number(minutes) > 59 ? undefined : Number(hours) * 60 + Number(minutes);
}

export const writeStay = (minutes: number): string => `${Math.trunc(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** 24:00 ends a day. */
export const readEnd = (text: string): string | undefined => (/^24(\s*[:.uh]?\s*00)?$/i.test(text.trim()) ? '24:00' : readTime(text));

export interface Line {
  number: number;
  postcode?: string;
  name: string;
}

/** A street a line; spreadsheets put a tab or a semicolon between the columns. */
export function readStreets(text: string): Line[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return lines
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const [, postcode, name] = /^(\d{4})[\s;,]+(\S.*)$/.exec(line) ?? [];
      return postcode && name ? { number, postcode, name: name.replaceAll(/\s+/g, ' ').trim() } : { number, name: line };
    });
}

export function typedOf(rules: Rules): Typed {
  return {
    from: writeDay(rules.from),
    hours: rules.hours.map((day) => day.map(({ from, until }) => ({ from, until }))),
    holidays: rules.holidays,
    own: writeCents(rules.own.perHourCents),
    ownStep: writeCents(rules.own.stepCents),
    visitors: writeCents(rules.visitors.perHourCents),
    visitorsStep: writeCents(rules.visitors.stepCents),
    longest: rules.longestStayMinutes ? writeStay(rules.longestStayMinutes) : '',
    streets: rules.streets.map(({ postcode, name }) => `${postcode} ${name}`).join('\n'),
  };
}

/** Once nothing is wrong with it. */
export function rulesOf(typed: Typed): Rules {
  const rate = (price: string, step: string) => ({ perHourCents: readCents(price) ?? 0, stepCents: readCents(step) ?? 0 });
  const longest = readStay(typed.longest);
  return {
    from: readDay(typed.from) ?? '',
    hours: typed.hours.map((day) => day.map(({ from, until }) => ({ from: readTime(from) ?? from, until: readEnd(until) ?? until }))),
    holidays: typed.holidays,
    own: rate(typed.own, typed.ownStep),
    visitors: rate(typed.visitors, typed.visitorsStep),
    ...(longest ? { longestStayMinutes: longest } : {}),
    streets: readStreets(typed.streets).map(({ postcode = '', name }) => ({ postcode, name })),
  };
}

/** The field of this page that a field of the API's rules is typed in: rules[1].hours[3][0].until. */
export function fieldOf(field: string): string {
  const [, inner = field] = /^rules(?:\[\d+\])?\.(.*)$/.exec(field) ?? [];
  const [, day, window] = /^hours\[(\d)\](?:\[(\d)\])?/.exec(inner) ?? [];
  if (day) return window ? `hours-${day}-${window}` : `hours-${day}`;
  if (inner.startsWith('streets')) return 'streets';
  const names: Readonly<Record<string, string>> = {
    hours: 'hours-0',
    own: 'own',
    'own.perHourCents': 'own',
    'own.stepCents': 'ownStep',
    visitors: 'visitors',
    'visitors.perHourCents': 'visitors',
    'visitors.stepCents': 'visitorsStep',
    longestStayMinutes: 'longest',
  };
  return names[inner] ?? inner.replace('.', '-');
}

/** Every field there may be something wrong with. */
export function fieldsOf(typed: Typed): string[] {
  const hours = typed.hours.flatMap((day, weekday) => [`hours-${weekday}`, ...day.map((_, index) => `hours-${weekday}-${index}`)]);
  return ['from', ...hours, 'holidays', 'own', 'ownStep', 'visitors', 'visitorsStep', 'longest', 'streets'];
}
