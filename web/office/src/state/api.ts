// The office's connection to the API, and what it does about the two problems
// that can come on any page: an ended session and a missing second factor.
import { connect, offlineCode, Problem } from '@meent/api';
import { language } from '@meent/ui/language/language.svelte.ts';
import { here, navigate } from '@meent/ui/router/router.svelte.ts';
import { m } from '$texts';
import { isOpen, signInPath } from '../paths.ts';
import { staff } from './staff.svelte.ts';

const signInCodes = ['session-ended', 'second-factor-needed', 'second-factor-enrolment-needed'];

/** Such a problem is already on its way to the pages for signing in. */
export const leadsToSignIn = (problem: Problem): boolean => signInCodes.includes(problem.code);

function seen(problem: Problem) {
  if (problem.code !== offlineCode) staff.heardAt_ms = Date.now();
  if (isOpen(here.path)) return;
  if (problem.code === 'session-ended') {
    // What is on the screen stays: one signs in again on top of it (P-5, P-51).
    if (staff.me) staff.end();
    else navigate(signInPath('/sign-in', here.full), { replace: true });
  } else if (problem.code === 'second-factor-needed') {
    navigate(signInPath('/sign-in/code', here.full), { replace: true });
  } else if (problem.code === 'second-factor-enrolment-needed') {
    navigate(signInPath('/sign-in/set-up', here.full), { replace: true });
  }
}

const connection = connect({
  language: () => language.current,
  offline: () => ({ title: m.ui_offline_title(), detail: m.ui_offline_detail() }),
  unexpected: () => ({ title: m.ui_unexpected_title(), detail: m.ui_unexpected_detail() }),
  onProblem: seen,
});

export const client = connection.client;

export async function answer<T>(call: Parameters<typeof connection.answer<T>>[0]): Promise<T> {
  const answered = await connection.answer(call);
  staff.heardAt_ms = Date.now();
  return answered;
}

/** The same for a file, which the typed client does not fetch. */
export async function answerFile(fetchIt: () => Promise<Blob>): Promise<Blob> {
  try {
    const file = await fetchIt();
    staff.heardAt_ms = Date.now();
    return file;
  } catch (thrown) {
    if (thrown instanceof Problem) seen(thrown);
    throw thrown;
  }
}

/** A failure as a page shows it; what is no Problem is a fault of ours and must surface. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  throw thrown;
}
