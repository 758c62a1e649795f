// The number on a card on its way from one page to the next: in memory alone, so
// that it stands in no address and in no store (P-30).
class Carried {
  private kept: { number: string; reason: string } | undefined;

  leave(number: string, reason: string) {
    this.kept = { number, reason };
  }

  take(): { number: string; reason: string } {
    const kept = this.kept ?? { number: '', reason: '' };
    this.kept = undefined;
    return kept;
  }
}

export const carried = new Carried();
