// How long until asking again decides. Reckoned from how long ago the answer
// came, so that a phone whose clock is wrong counts right.

export interface Waiting {
  /** As the server says them. */
  askedAt: string;
  askAgainAt: string;
  /** By this device's clock. */
  heardAt_ms: number;
}

export function secondsLeft({ askedAt, askAgainAt, heardAt_ms }: Waiting, now_ms: number): number {
  const whole_ms = Date.parse(askAgainAt) - Date.parse(askedAt);
  return Math.max(0, Math.ceil((whole_ms - (now_ms - heardAt_ms)) / 1000));
}

/** 4:05 */
export const written = (seconds: number): string => `${Math.trunc(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
