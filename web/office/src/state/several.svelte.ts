// Something done with several rows while one sees how far it is, and may stop.
import { inTurn, type Outcome } from './in-turn.ts';

export class Several<Row> {
  done = $state(0);
  of = $state(0);
  under_way = $state(false);
  stopping = $state(false);
  outcome = $state.raw<Outcome>();

  /** @param skipped how many were selected but not even tried. */
  async go(rows: readonly Row[], name: (row: Row) => string, action: (row: Row) => Promise<unknown>, skipped = 0) {
    if (this.under_way) return;
    this.done = 0;
    this.of = rows.length;
    this.under_way = true;
    this.stopping = false;
    try {
      const outcome = await inTurn(rows, name, action, (done) => {
        this.done = done;
        return !this.stopping;
      });
      this.outcome = { ...outcome, skipped: (outcome.skipped ?? 0) + skipped };
    } finally {
      this.under_way = false;
    }
  }

  stop() {
    this.stopping = true;
  }
}
