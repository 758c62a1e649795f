// The idle limit for staff (P-5), seen from the page. Time limits must be told
// beforehand with a simple way to go on (WCAG 2.2.1): the last two minutes are
// announced.
export const idleLimit_ms = 30 * 60_000;
export const warnBefore_ms = 2 * 60_000;

export type Idle = { state: 'busy' } | { state: 'warned'; left_s: number } | { state: 'over' };

export function idleAt(now_ms: number, heardAt_ms: number): Idle {
  const left_ms = heardAt_ms + idleLimit_ms - now_ms;
  if (left_ms <= 0) return { state: 'over' };
  if (left_ms <= warnBefore_ms) return { state: 'warned', left_s: Math.ceil(left_ms / 1000) };
  return { state: 'busy' };
}
