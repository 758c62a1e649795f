// The portal's connection to the API, and what it does about the two problems
// that can come on any page: an ended session and a missing consent.
import { connect, type Problem } from '@meent/api';
import { language } from '@meent/ui/language/language.svelte.ts';
import { here, navigate } from '@meent/ui/router/router.svelte.ts';
import { m } from '$texts';
import { isPublic } from '../paths.ts';
import { resident } from './resident.svelte.ts';

function seen(problem: Problem) {
  if (problem.code === 'session-ended') {
    const wasKnown = resident.known;
    resident.forget();
    if (!isPublic(here.path)) navigate(signInPath(wasKnown), { replace: true });
  } else if (problem.code === 'consent-needed' && here.path !== '/consent') {
    resident.forget();
    navigate('/consent', { replace: true });
  }
}

/** Back to where one was, after signing in again. What was typed is in its draft. */
function signInPath(wasKnown: boolean): string {
  const query = new URLSearchParams();
  if (here.full !== '/') query.set('return', here.full);
  if (wasKnown) query.set('why', 'ended');
  return query.size > 0 ? `/sign-in?${query}` : '/sign-in';
}

export const { client, answer } = connect({
  language: () => language.current,
  offline: () => ({ title: m.ui_offline_title(), detail: m.ui_offline_detail() }),
  unexpected: () => ({ title: m.ui_unexpected_title(), detail: m.ui_unexpected_detail() }),
  onProblem: seen,
});
