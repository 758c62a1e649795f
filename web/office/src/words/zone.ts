// Zones and tariffs in words: hours, prices, holidays.
import { format } from '@meent/ui/format/format.svelte.ts';
import { m } from '$texts';

interface Window {
  from: string;
  until: string;
}

const holidays: Readonly<Record<string, () => string>> = { free: m.holidays_free, 'as-sunday': m.holidays_as_sunday, 'as-usual': m.holidays_as_usual };

export const holidayName = (rule: string): string => holidays[rule]?.() ?? rule;
export const holidayChoices = () => Object.keys(holidays).map((value) => ({ value, label: holidayName(value) }));

/** 9u00–12u00, 13u00–19u00; or that nobody pays. */
export const windowsWords = (windows: readonly Window[]): string =>
  windows.length === 0 ? m.zone_free() : windows.map(({ from, until }) => `${format.clock(from)}–${format.clock(until)}`).join(', ');

const dayRange = (first: number, last: number): string =>
  first === last ? format.weekday(first, 'short') : `${format.weekday(first, 'short')}–${format.weekday(last, 'short')}`;

/** Days that follow on one another and are alike, together: ma–vr 9u00–19u00. */
export function weekWords(days: readonly (readonly Window[])[]): string[] {
  const alike: { first: number; last: number; words: string }[] = [];
  for (const [index, windows] of days.entries()) {
    const [words, before] = [windowsWords(windows), alike.at(-1)];
    if (before?.words === words) before.last = index + 1;
    else alike.push({ first: index + 1, last: index + 1, words });
  }
  return alike.map(({ first, last, words }) => `${dayRange(first, last)} ${words}`);
}

export const priceWords = (cents: number): string => (cents === 0 ? m.zone_free() : m.zone_per_hour({ amount: format.money(cents) }));

/** 1-5 09:00-12:00 13:00-19:00, 6 09:00-12:00: as the audit trail has it. */
export const trailHours = (text: string): string =>
  text
    .split(', ')
    .map((part) => {
      const [days = '', ...windows] = part.split(' ');
      const [first, last = first] = days.split('-').map(Number);
      const hours = windows.map((window) => window.split('-')).map(([from = '', until = '']) => ({ from, until }));
      return first && last ? `${dayRange(first, last)} ${windowsWords(hours)}` : part;
    })
    .join('; ');

/** 2026-Q4 */
export function quarterName(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return m.quarter({ number, year });
}
