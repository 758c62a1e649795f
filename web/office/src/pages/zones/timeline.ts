// The rules of a zone in time: those that held, hold and are to come.
import type { Rules, Zone } from './types.ts';

export interface Held {
  rules: Rules;
  /** The day from which they no longer hold, if it is known. */
  until?: string;
}

export interface Timeline {
  past: Held[];
  now?: Held;
  coming: Held[];
}

/** Days are compared as texts: 2026-11-21. */
export function timelineOf({ rules, closes }: Pick<Zone, 'rules' | 'closes'>, today: string): Timeline {
  const ends = (index: number) => [rules[index + 1]?.from, closes ?? undefined].filter((day) => day !== undefined).sort()[0];
  const held = rules.map((each, index): Held => {
    const until = ends(index);
    return { rules: each, ...(until ? { until } : {}) };
  });
  const began = held.filter((each) => each.rules.from <= today);
  const now = began.findLast((each) => each.until === undefined || today < each.until);
  return { past: began.filter((each) => each !== now), ...(now ? { now } : {}), coming: held.filter((each) => today < each.rules.from) };
}

/** What the next rules begin from: the last there are. */
export const latestRules = ({ rules }: Zone): Rules | undefined => rules.at(-1);

/** With these rules, in the place of those that began on `instead`. */
export function withRules(zone: Zone, rules: Rules, instead?: string): Zone {
  const others = zone.rules.filter(({ from }) => from !== instead);
  return { ...zone, rules: [...others, rules].sort((one, other) => one.from.localeCompare(other.from)) };
}

export const withoutRules = (zone: Zone, from: string): Zone => ({ ...zone, rules: zone.rules.filter((rules) => rules.from !== from) });

/** Today, or the day on which it opens. */
export function firstDay({ rules }: Zone, today: string): string {
  const opens = rules[0]?.from ?? today;
  return today < opens ? opens : today;
}

export type State = 'open' | 'opens' | 'closes' | 'closed';

export function stateOf(zone: Zone, today: string): State {
  if (zone.closes && zone.closes <= today) return 'closed';
  if ((zone.rules[0]?.from ?? '') > today) return 'opens';
  return zone.closes ? 'closes' : 'open';
}
