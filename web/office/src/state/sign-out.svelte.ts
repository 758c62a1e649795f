// Signing out happens on the server (P-5). Without an answer from it nobody is
// signed out, and the frame says so.
import type { Problem } from '@meent/api';
import { answer, asProblem, client } from './api.ts';
import { drafts } from './drafts.ts';

class SignOut {
  pending = $state(false);
  problem = $state<Problem>();

  async go() {
    if (this.pending) return;
    this.pending = true;
    this.problem = undefined;
    try {
      await answer(client.POST('/api/staff/sign-out'));
      leave();
    } catch (thrown) {
      const problem = asProblem(thrown);
      // A session that had already ended is as good as signed out.
      if (problem.code === 'session-ended') leave();
      else this.problem = problem;
    } finally {
      this.pending = false;
    }
  }
}

/** Everything of this person leaves the page: it is loaded anew. */
export function leave() {
  drafts.dropAll();
  location.assign('/sign-in?why=signed-out');
}

export const signOut = new SignOut();
