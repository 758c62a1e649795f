// The growing wait after wrong tries (P-4), counted down on the page. It goes
// by the clock, since a tab in the background counts slowly.
export class WaitState {
  left_s = $state(0);
  #until_ms = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  begin(seconds: number | undefined) {
    this.stop();
    if (!seconds || seconds <= 0) return;
    this.#until_ms = Date.now() + seconds * 1000;
    this.#count();
    this.#timer = setInterval(() => this.#count(), 1000);
  }

  stop() {
    clearInterval(this.#timer);
    this.left_s = 0;
  }

  #count() {
    this.left_s = Math.max(0, Math.ceil((this.#until_ms - Date.now()) / 1000));
    if (this.left_s === 0) clearInterval(this.#timer);
  }
}
