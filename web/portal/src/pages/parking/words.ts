// How moments and states of sessions are said.
import { format } from '@meent/ui/format/format.svelte.ts';
import { isoDay } from '@meent/ui/format/time.ts';
import { m } from '$texts';

/** zaterdag 21 november 2026, 14u05 – 16u05; with the day it ends when that is another. */
export function spanText({ from, until }: { from: string; until: string }): string {
  const time = (moment: string) => format.time(moment).replaceAll(' ', '\u00a0');
  const end = isoDay(from) === isoDay(until) ? time(until) : `${format.day(until)}, ${time(until)}`;
  return `${format.day(from)}, ${time(from)}\u00a0–\u00a0${end}`;
}

export const states: Readonly<Record<string, () => string>> = {
  coming: m.parking_coming,
  running: m.parking_running,
  over: m.parking_over,
  stopped: m.parking_stopped,
  cancelled: m.parking_cancelled,
};

/** The quarter of now comes first. */
export const quotaOf = (index: number): string => (index === 0 ? m.parking_quota_this() : m.parking_quota_then());
