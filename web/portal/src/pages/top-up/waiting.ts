// Asks again until it is known what became of something: soon at first, then
// less and less often. Nothing is asked while nobody looks, and at once when
// somebody looks again.
export interface Surrounding {
  /** Calls back after so many milliseconds; gives a way to take that back. */
  later: (wait_ms: number, then: () => void) => () => void;
  isSeen: () => boolean;
}

/** Between the questions; the last one counts for all that follow. */
export const waits_ms = [1000, 2000, 3000, 5000, 8000, 13_000, 20_000, 30_000];
/** After about a quarter of an hour only the reader's own button asks. */
export const most = 34;

export class Waiting {
  private readonly ask: () => Promise<boolean>;
  private readonly surrounding: Surrounding;
  private asked = 0;
  private busy = false;
  private stopped = false;
  private takeBack: (() => void) | undefined;

  /** @param ask asks once; tells whether there is still something to wait for. */
  constructor(ask: () => Promise<boolean>, surrounding: Surrounding) {
    this.ask = ask;
    this.surrounding = surrounding;
  }

  /** Asks at once, and goes on from there. */
  async now(): Promise<void> {
    if (this.busy || this.stopped) return;
    this.rest();
    this.busy = true;
    const goesOn = await this.ask().finally(() => (this.busy = false));
    if (goesOn) this.plan();
    else this.stop();
  }

  /** The page was hidden or shown. */
  seen() {
    if (this.surrounding.isSeen()) void this.now();
    else this.rest();
  }

  stop() {
    this.stopped = true;
    this.rest();
  }

  private plan() {
    if (this.stopped || this.asked >= most || !this.surrounding.isSeen()) return;
    const wait_ms = waits_ms[Math.min(this.asked, waits_ms.length - 1)] ?? 0;
    this.asked += 1;
    this.takeBack = this.surrounding.later(wait_ms, () => void this.now());
  }

  private rest() {
    this.takeBack?.();
    this.takeBack = undefined;
  }
}
