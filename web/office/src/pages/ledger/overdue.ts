// An audit is held every night (W-30). One that did not come is as much to be
// told as one that found something.
const most_ms = 36 * 60 * 60_000;

export const isOverdue = (endedAt: string, now_ms: number): boolean => now_ms - Date.parse(endedAt) > most_ms;
