// Signing out happens on the server (P-5). Without an answer from it nobody is
// signed out, and the page says so (P-44).
import { Problem } from '@meent/api';
import { navigate } from '@meent/ui/router/router.svelte.ts';
import { answer, client } from './api.ts';
import { drafts } from './drafts.ts';
import { forgetHere } from './push-here.ts';
import { resident } from './resident.svelte.ts';

class SignOut {
  pending = $state(false);
  problem = $state<Problem>();

  async go() {
    if (this.pending) return;
    this.pending = true;
    this.problem = undefined;
    try {
      await answer(client.POST('/api/sign-out'));
      leave('/signed-out?why=left');
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      // A session that had already ended is as good as signed out.
      if (thrown.code === 'session-ended') leave('/signed-out?why=left');
      else this.problem = thrown;
    } finally {
      this.pending = false;
    }
  }
}

/** Everything of this person leaves the device. */
export function leave(to: string) {
  drafts.dropAll();
  // Signed out it would be told nothing anyhow.
  forgetHere().catch(() => undefined);
  resident.forget();
  navigate(to, { replace: true });
}

export const signOut = new SignOut();
