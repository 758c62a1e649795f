// The same thing with several rows, one after the other. One that fails does
// not stop the rest; at the end it is told which and why.
import { Problem } from '@meent/api/problem';

export interface Outcome {
  done: number;
  failed: { name: string; reason: string }[];
  /** Not tried. */
  skipped?: number;
}

/** @param onstep hears how many were tried, and says whether to go on. */
export async function inTurn<Row>(rows: readonly Row[], name: (row: Row) => string, action: (row: Row) => Promise<unknown>, onstep: (tried: number) => boolean = () => true): Promise<Outcome> {
  const outcome: Outcome = { done: 0, failed: [] };
  for (const [index, row] of rows.entries()) {
    try {
      await action(row);
      outcome.done += 1;
    } catch (thrown) {
      // What is no Problem is a fault of ours and must surface.
      if (!(thrown instanceof Problem)) throw thrown;
      outcome.failed.push({ name: name(row), reason: thrown.detail });
    }
    if (!onstep(index + 1)) return { ...outcome, skipped: rows.length - index - 1 };
  }
  return outcome;
}
