// What is filled in to book for somebody, and what it asks for.
import type { FieldError } from '@meent/ui/forms/errors.ts';
import { isoDay, isoTime } from '@meent/ui/format/time.ts';
import { addDays, addMinutes, momentOf, readTime } from '@meent/ui/format/town-time.ts';
import { readDay, writeDay } from '@meent/ui/table/day.ts';
import { isPlate } from '../enforcement/plate.ts';
import type { SeriesWanted, SessionWanted } from './types.ts';

export interface Values {
  whom: 'own' | 'visitor';
  plate: string;
  country: string;
  zone: string;
  when: 'now' | 'later' | 'series';
  firstDay: string;
  lastDay: string;
  fromTime: string;
  untilTime: string;
  weekdays: string[];
}

export type Wanted = { kind: 'session'; body: SessionWanted } | { kind: 'series'; body: SeriesWanted };
/** What each field is called in words that say what is wrong with it. */
export interface WrongWords {
  plate: string;
  day: string;
  time: string;
  weekdays: string;
}

const usual_minutes = 120;
export const fields = ['for', 'plate', 'country', 'zone', 'firstDay', 'lastDay', 'fromTime', 'untilTime', 'weekdays'];

export function usual(zone: string, now: Date): Values {
  const nextHour = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000);
  const today = writeDay(isoDay(nextHour));
  return { whom: 'own', plate: '', country: 'BE', zone, when: 'now', firstDay: today, lastDay: today, fromTime: isoTime(nextHour), untilTime: isoTime(addMinutes(now, usual_minutes)), weekdays: [] };
}

/** Nothing is asked that could mean two things. */
export function wantedOf(values: Values, zone: string, now: Date, words: WrongWords): { wanted: Wanted } | { wrong: FieldError[] } {
  const wrong: FieldError[] = [];
  const must = (found: string | undefined, field: string, detail: string): string => {
    if (found === undefined) wrong.push({ field, detail });
    return found ?? '';
  };
  const what = { for: values.whom, plate: values.plate, country: values.country, zone };
  if (!isPlate(values.plate)) wrong.push({ field: 'plate', detail: words.plate });
  const untilTime = must(readTime(values.untilTime), 'untilTime', words.time);
  if (values.when === 'now') {
    if (wrong.length > 0) return { wrong };
    const today = isoDay(now);
    const until = momentOf(untilTime <= isoTime(now) ? addDays(today, 1) : today, untilTime);
    return { wanted: { kind: 'session', body: { ...what, until: until.toISOString() } } };
  }
  const fromTime = must(readTime(values.fromTime), 'fromTime', words.time);
  const firstDay = must(readDay(values.firstDay), 'firstDay', words.day);
  if (values.when === 'series') {
    const lastDay = must(readDay(values.lastDay), 'lastDay', words.day);
    if (values.weekdays.length === 0) wrong.push({ field: 'weekdays', detail: words.weekdays });
    if (wrong.length > 0) return { wrong };
    return { wanted: { kind: 'series', body: { ...what, weekdays: values.weekdays.map(Number).sort(), firstDay, lastDay, fromTime, untilTime } } };
  }
  if (wrong.length > 0) return { wrong };
  const until = momentOf(untilTime <= fromTime ? addDays(firstDay, 1) : firstDay, untilTime);
  return { wanted: { kind: 'session', body: { ...what, from: momentOf(firstDay, fromTime).toISOString(), until: until.toISOString() } } };
}

/** Where the page shows what the API says is wrong. */
export function fieldOf(field: string): string {
  const name = field.slice(field.lastIndexOf('.') + 1);
  return name === 'from' ? 'fromTime' : name === 'until' ? 'untilTime' : name;
}
