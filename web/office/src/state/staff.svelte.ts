// Who is signed in, as far as this page knows, and what they may do (P-20).
// The server decides at each request; this only keeps screens out of sight
// that would answer 403.
import type { StaffMe } from '@meent/api';

export type Right = 'staff.manage' | 'audit.read' | 'finance.manage' | 'parking.manage' | 'plate.check' | 'desk.use';

class Staff {
  me = $state.raw<StaffMe>();
  /** The session is over while something is on the screen: ask to sign in on top of it. */
  ended = $state(false);
  /** Grows each time the end of the session got in the way, so that it asks anew. */
  endings = $state(0);
  /** Grows each time somebody signs in again where they were, for pages that fetch anew. */
  renewals = $state(0);
  /** When the server last heard of us, for the warning before the idle limit (P-5). */
  heardAt_ms = $state(Date.now());

  may(right: Right | undefined): boolean {
    return right === undefined || (this.me?.rights.includes(right) ?? false);
  }

  take(me: StaffMe) {
    this.me = me;
  }

  end() {
    if (!this.me) return;
    this.ended = true;
    this.endings += 1;
  }

  renew() {
    this.ended = false;
    this.renewals += 1;
  }
}

export const staff = new Staff();
