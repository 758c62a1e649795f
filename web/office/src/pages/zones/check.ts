// What can be seen to be wrong with rules before they are sent. The server
// checks all of it again.
import { format } from '@meent/ui/format/format.svelte.ts';
import { addDays, readTime } from '@meent/ui/format/town-time.ts';
import type { FieldError } from '@meent/ui/forms/errors.ts';
import { readDay } from '@meent/ui/table/day.ts';
import { m } from '$texts';
import { folded } from '../../words/folded.ts';
import { within } from '../../words/within.ts';
import type { Window } from './types.ts';
import { most, readCents, readEnd, readStay, readStreets, type Typed } from './typed.ts';

/** @param taken days on which other rules begin. */
export function beginErrors(from: string, today: string, taken: readonly string[]): FieldError[] {
  const [day, tomorrow] = [readDay(from), addDays(today, 1)];
  if (!day) return [{ field: 'from', detail: m.ui_table_day_wrong() }];
  if (day < tomorrow) return [{ field: 'from', detail: m.rules_begin_soon({ day: format.shortDate(tomorrow) }) }];
  return taken.includes(day) ? [{ field: 'from', detail: m.rules_begin_taken() }] : [];
}

function dayErrors(windows: readonly Window[], weekday: number): FieldError[] {
  const day = format.weekday(weekday + 1);
  let before = '';
  for (const [index, { from, until }] of windows.entries()) {
    const [begin, end] = [readTime(from), readEnd(until)];
    const field = `hours-${weekday}-${index}`;
    if (!begin || !end) return [{ field, detail: m.hours_time_wrong({ day }) }];
    if (begin >= end || (before !== '' && begin <= before)) return [{ field, detail: m.hours_order_wrong({ day }) }];
    before = end;
  }
  return [];
}

function streetErrors(text: string): FieldError[] {
  const wrong = (detail: string) => [{ field: 'streets', detail }];
  const lines = readStreets(text);
  if (lines.length > most.streets) return wrong(m.streets_many());
  const known = new Set<string>();
  for (const { number, postcode, name } of lines) {
    if (!postcode) return wrong(m.streets_wrong({ line: number, text: name }));
    const key = folded(`${postcode} ${name}`);
    if (known.has(key)) return wrong(m.streets_twice({ line: number, street: name }));
    known.add(key);
  }
  return [];
}

/** Of rules by themselves, whenever they begin. */
export function rulesErrors(typed: Typed): FieldError[] {
  const errors = typed.hours.flatMap(dayErrors);
  const unless = (right: boolean, field: string, detail: () => string) => right || errors.push({ field, detail: detail() });
  unless(within(readCents(typed.own), 1, most.ownCents), 'own', m.price_wrong);
  unless(within(readCents(typed.ownStep), 1, most.stepCents), 'ownStep', m.step_wrong);
  unless(within(readCents(typed.visitors), 0, most.ownCents), 'visitors', m.price_visitors_wrong);
  unless(within(readCents(typed.visitorsStep), 1, most.stepCents), 'visitorsStep', m.step_wrong);
  unless(typed.longest.trim() === '' || within(readStay(typed.longest), 1, most.stayMinutes), 'longest', m.longest_wrong);
  return [...errors, ...streetErrors(typed.streets)];
}
