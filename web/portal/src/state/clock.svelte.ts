// What time it is in the town: by the server, since a phone may be minutes
// wrong, and anew often enough for what is left of a session to be right.
const between_ms = 5000;

class Clock {
  private ahead_ms = 0;
  private moment_ms = $state(Date.now());

  constructor() {
    setInterval(() => this.look(), between_ms);
    document.addEventListener('visibilitychange', () => this.look());
  }

  /** A page that reads it changes with it. */
  get now(): Date {
    return new Date(this.moment_ms);
  }

  /** To the moment. */
  get exact(): Date {
    return new Date(Date.now() + this.ahead_ms);
  }

  /** The server said that it is now this late. */
  heard(asOf: string) {
    this.ahead_ms = Date.parse(asOf) - Date.now();
    this.look();
  }

  private look() {
    this.moment_ms = this.exact.getTime();
  }
}

export const clock = new Clock();
