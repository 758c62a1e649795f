// Days and times as they are typed, and the moments they mean in the town.
// Time fields are text: a native one may speak of AM and PM (P-45).
import { isoDay, isoTime } from './time.ts';

/** 14:30 of 14:30, 14u30, 14h30, 14.30, 1430, 14 and 14u; nothing when it is no time. */
export function readTime(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})\s*[:.uh]?\s*(\d{2})?\s*(?:uhr)?$/i.exec(text.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute.padEnd(2, '0')}`;
}

/**
 * When the town's clock shows a time. One that a change of the clocks leaves
 * out comes with the change; one that comes twice is the first: as the server has it.
 */
export function momentOf(day: string, time: string): Date {
  const asIfUtc_ms = Date.parse(`${day}T${time}:00Z`);
  const shown = [120, 60].map((offset) => new Date(asIfUtc_ms - offset * 60_000));
  return shown.find((moment) => isoDay(moment) === day && isoTime(moment) === time) ?? new Date(asIfUtc_ms - 60 * 60_000);
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

export const addMinutes = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000);

/** Today in the town, wherever the phone is. */
export const today = (): string => isoDay(new Date());
