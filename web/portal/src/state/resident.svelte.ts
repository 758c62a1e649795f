// Who is signed in, as far as this page knows.
import type { Home } from '@meent/api';
import { clock } from './clock.svelte.ts';
import { remembered } from './drafts.ts';
import { forgetLastKnown, keepLastKnown, readLastKnown, type LastKnown } from './last-known.ts';

class Resident {
  /** As the server said it during this visit. */
  home = $state.raw<Home>();
  /** What was kept from before, to show without a connection. */
  lastKnown = $state.raw<LastKnown | undefined>(readLastKnown(localStorage));

  /** Somebody has been here on this device and has not signed out. */
  get known(): boolean {
    return this.home !== undefined || this.lastKnown !== undefined;
  }

  get name(): string {
    const person = this.home ?? this.lastKnown;
    return person ? `${person.firstName} ${person.lastName}` : '';
  }

  take(home: Home) {
    this.home = home;
    clock.heard(home.asOf);
    this.keep({ ...home, balanceCents: home.balance.cents });
  }

  /** A balance that the server said elsewhere than at home. */
  takeBalance(cents: number, asOf: string) {
    if (this.home) this.home = { ...this.home, balance: { cents }, asOf };
    if (this.lastKnown) this.keep({ ...this.lastKnown, balanceCents: cents, asOf });
  }

  forget() {
    this.home = undefined;
    this.lastKnown = undefined;
    forgetLastKnown(localStorage);
    remembered.dropAll();
  }

  private keep(lastKnown: LastKnown) {
    this.lastKnown = lastKnown;
    keepLastKnown(localStorage, lastKnown);
  }
}

export const resident = new Resident();
