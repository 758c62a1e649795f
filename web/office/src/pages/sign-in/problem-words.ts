// What can go wrong at an account provider, each with a page that helps.
import { m } from '$texts';

interface Words {
  title: () => string;
  text: () => string;
  todo: () => string;
  /** Whether trying the same again can help. */
  retry: boolean;
  /** Changing one's mind is no error. */
  calm?: boolean;
}

const known: Readonly<Record<string, Words>> = {
  'sign-in-cancelled': { title: m.problem_cancelled, text: m.problem_cancelled_text, todo: m.problem_cancelled_todo, retry: true, calm: true },
  'sign-in-expired': { title: m.problem_expired, text: m.problem_expired_text, todo: m.problem_expired_todo, retry: true },
  'sign-in-replayed': { title: m.problem_replayed, text: m.problem_replayed_text, todo: m.problem_replayed_todo, retry: true },
  'sign-in-other-browser': { title: m.problem_other_browser, text: m.problem_other_browser_text, todo: m.problem_other_browser_todo, retry: true },
  'sign-in-refused': { title: m.problem_refused, text: m.problem_refused_text, todo: m.problem_refused_todo, retry: true },
  'sign-in-clock': { title: m.problem_clock, text: m.problem_clock_text, todo: m.problem_clock_todo, retry: true },
  'provider-unavailable': { title: m.problem_unavailable, text: m.problem_unavailable_text, todo: m.problem_unavailable_todo, retry: true },
  'provider-not-known': { title: m.problem_not_known, text: m.problem_not_known_text, todo: m.problem_not_known_todo, retry: false },
  'not-invited': { title: m.problem_not_invited, text: m.problem_not_invited_text, todo: m.problem_not_invited_todo, retry: false },
  'email-not-verified': { title: m.problem_email, text: m.problem_email_text, todo: m.problem_email_todo, retry: true },
  'try-again': { title: m.problem_try_again, text: m.problem_try_again_text, todo: m.problem_try_again_todo, retry: true },
};

const other: Words = { title: m.problem_other, text: m.problem_other_text, todo: m.problem_other_todo, retry: true };

export const problemWords = (code: string | null): Words => known[code ?? ''] ?? other;
