// How sessions are said at the desk.
import { format } from '@meent/ui/format/format.svelte.ts';
import { isoDay } from '@meent/ui/format/time.ts';
import { m } from '$texts';
import type { Tone } from '../../words/tone.ts';

/** 21/11/2026, 14u05 – 16u05; with the day it ends when that is another. */
export function spanText({ from, until }: { from: string; until: string }): string {
  const end = isoDay(from) === isoDay(until) ? format.time(until) : `${format.shortDate(until)}, ${format.time(until)}`;
  return `${format.shortDate(from)}, ${format.time(from)} – ${end}`;
}

const states: Readonly<Record<string, { name: () => string; tone: Tone }>> = {
  coming: { name: m.desk_state_coming, tone: 'waiting' },
  running: { name: m.desk_state_running, tone: 'good' },
  over: { name: m.desk_state_over, tone: 'plain' },
  stopped: { name: m.desk_state_stopped, tone: 'plain' },
  cancelled: { name: m.desk_state_cancelled, tone: 'plain' },
};

export const stateName = (state: string): string => states[state]?.name() ?? state;
export const stateTone = (state: string): Tone => states[state]?.tone ?? 'plain';
