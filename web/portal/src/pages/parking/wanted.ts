// What is filled in on the booking page, and what it asks for. Nothing is sent
// that could mean two things.
import { isoDay, isoTime } from '@meent/ui/format/time.ts';
import { readDay, writeDay } from '@meent/ui/table/day.ts';
import { drafts, remembered } from '../../state/drafts.ts';
import type { KnownPlate, SeriesWanted, SessionWanted, Start, Zone } from '../../state/parking.ts';
import { isPlate, plain } from '../../state/plate.ts';
import { addDays, addMinutes, momentOf, readTime, weekdayOf } from '@meent/ui/format/town-time.ts';

export interface Values {
  whom: 'own' | 'visitor';
  plate: string;
  country: string;
  zone: string;
  when: 'now' | 'later' | 'series';
  /** Of a session that begins now: until when, and which quick choice that was. */
  until: string;
  quick: string;
  firstDay: string;
  lastDay: string;
  fromTime: string;
  untilTime: string;
  weekdays: string[];
  remind: boolean;
}

/** Named as the API names them, but for a session's from and until. */
export const fields = ['for', 'plate', 'country', 'zone', 'until', 'firstDay', 'lastDay', 'fromTime', 'untilTime', 'weekdays'];

export type Wanted = { kind: 'session'; session: SessionWanted } | { kind: 'series'; series: SeriesWanted };
export interface Wrong {
  field: string;
  why: 'plate' | 'zone' | 'day' | 'time' | 'weekdays';
}

const usual_minutes = 120;
/** A choice of so many minutes from now is old after this. */
const fresh_ms = 15 * 60_000;

export function wantedOf(values: Values, zone: string | undefined, now: Date): { wanted: Wanted } | { wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  const must = <T>(value: T | undefined, field: string, why: Wrong['why']): T => {
    if (value === undefined) wrong.push({ field, why });
    return value as T;
  };
  const plate = must(isPlate(values.plate) ? plain(values.plate) : undefined, 'plate', 'plate');
  const what = { for: values.whom, plate, country: values.country, zone: must(zone, 'zone', 'zone') };
  if (values.when === 'now') {
    const until = must(readTime(values.until), 'until', 'time');
    const today = isoDay(now);
    if (wrong.length > 0) return { wrong };
    return { wanted: { kind: 'session', session: { ...what, until: momentOf(until <= isoTime(now) ? addDays(today, 1) : today, until).toISOString() } } };
  }
  const firstDay = must(readDay(values.firstDay), 'firstDay', 'day');
  const sameDay = values.when === 'later' && values.lastDay.trim() === '';
  const lastDay = sameDay ? firstDay : must(readDay(values.lastDay), 'lastDay', 'day');
  const fromTime = must(readTime(values.fromTime), 'fromTime', 'time');
  const untilTime = must(readTime(values.untilTime), 'untilTime', 'time');
  if (values.when === 'series') {
    const weekdays = must(values.weekdays.length > 0 ? values.weekdays.map(Number).sort() : undefined, 'weekdays', 'weekdays');
    return wrong.length > 0 ? { wrong } : { wanted: { kind: 'series', series: { ...what, weekdays, firstDay, lastDay, fromTime, untilTime } } };
  }
  if (wrong.length > 0) return { wrong };
  const nextDay = sameDay && untilTime <= fromTime;
  const until = momentOf(nextDay ? addDays(lastDay, 1) : lastDay, untilTime);
  return { wanted: { kind: 'session', session: { ...what, from: momentOf(firstDay, fromTime).toISOString(), until: until.toISOString() } } };
}

/** When parking is no longer paid today, if it is or will be. */
export function paidUntil(zone: Zone | undefined, now: Date): string | undefined {
  const last = zone?.hours[weekdayOf(isoDay(now)) - 1]?.at(-1)?.until;
  return last !== undefined && last > isoTime(now) && last < '24:00' ? last : undefined;
}

/**
 * What somebody would most likely fill in: as the last time, now, for two hours.
 * @param parked the plate that is parked now: it would be another.
 */
export function usual(owner: string, { plates, visitorsZone, reminders }: Start, zones: readonly Zone[], parked: string | undefined, now: Date): Values {
  const last = plates.find((plate) => (plate.for === 'own' || visitorsZone) && plate.plate !== parked);
  const zone = remembered.read(owner, 'zone') ?? visitorsZone;
  const nextHour = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000);
  return {
    whom: last?.for === 'visitor' ? 'visitor' : 'own',
    plate: last?.plateWritten ?? '',
    country: last?.country ?? 'BE',
    zone: (zones.find(({ id }) => id === zone) ?? zones[0])?.id ?? '',
    when: 'now',
    ...quickly(usual_minutes, now),
    firstDay: writeDay(isoDay(nextHour)),
    lastDay: '',
    fromTime: isoTime(nextHour),
    untilTime: isoTime(addMinutes(nextHour, usual_minutes)),
    weekdays: [],
    remind: reminders.email || reminders.here !== undefined,
  };
}

export const quickly = (minutes: number, now: Date) => ({ until: isoTime(addMinutes(now, minutes)), quick: String(minutes) });

/** The plates of residents themselves and of their visitors are offered apart. */
export const platesFor = (plates: readonly KnownPlate[], whom: Values['whom']) => plates.filter((plate) => plate.for === whom);

const draft = 'book';

export function readValues(owner: string, usually: Values, now: Date): Values {
  try {
    const { at = 0, ...kept } = JSON.parse(drafts.read(owner, draft) ?? '{}') as Partial<Values> & { at?: number };
    const same = Object.entries(kept).filter(([name, value]) => name in usually && typeof value === typeof usually[name as keyof Values]);
    const values = { ...usually, ...(Object.fromEntries(same) as Partial<Values>) };
    return now.getTime() - at < fresh_ms ? values : { ...values, until: usually.until, quick: usually.quick };
  } catch {
    // What cannot be read was never kept.
    return usually;
  }
}

export const keepValues = (owner: string, values: Values, now: Date) => drafts.keep(owner, draft, JSON.stringify({ ...values, at: now.getTime() }));
export const dropValues = () => drafts.drop(draft);

/** Where the page shows what the API says is wrong. */
export function fieldOf(field: string, when: Values['when']): string {
  const name = field.slice(field.lastIndexOf('.') + 1);
  if (when === 'now') return name === 'from' ? 'until' : name;
  return name === 'from' ? 'fromTime' : name === 'until' ? 'untilTime' : name;
}
