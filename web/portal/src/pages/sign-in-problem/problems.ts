// What to tell for each way in which signing in can end early. The codes are
// those of the API; an unknown one gets the general words.
import { m } from '$texts';

export interface SignInProblem {
  title: () => string;
  happened: () => string;
  advice: () => string;
  /** Changing one's mind is no error. */
  calm?: boolean;
}

const general: SignInProblem = { title: m.problem_general_title, happened: m.problem_general_happened, advice: m.problem_general_advice };

const problems: Readonly<Record<string, SignInProblem>> = {
  'sign-in-cancelled': { title: m.problem_cancelled_title, happened: m.problem_cancelled_happened, advice: m.problem_cancelled_advice, calm: true },
  'sign-in-expired': { title: m.problem_expired_title, happened: m.problem_expired_happened, advice: m.problem_expired_advice },
  'sign-in-replayed': { title: m.problem_replayed_title, happened: m.problem_replayed_happened, advice: m.problem_replayed_advice },
  'sign-in-other-browser': { title: m.problem_other_browser_title, happened: m.problem_other_browser_happened, advice: m.problem_other_browser_advice },
  'sign-in-refused': { title: m.problem_refused_title, happened: m.problem_refused_happened, advice: m.problem_refused_advice },
  'sign-in-clock': { title: m.problem_clock_title, happened: m.problem_clock_happened, advice: m.problem_clock_advice },
  'provider-unavailable': { title: m.problem_unavailable_title, happened: m.problem_unavailable_happened, advice: m.problem_unavailable_advice },
  'provider-not-known': { title: m.problem_not_known_title, happened: m.problem_not_known_happened, advice: m.problem_not_known_advice },
  'national-number-missing': { title: m.problem_number_title, happened: m.problem_number_happened, advice: m.problem_number_advice },
  'try-again': { title: m.problem_try_again_title, happened: m.problem_try_again_happened, advice: m.problem_try_again_advice },
};

export const signInProblem = (code: string | null): SignInProblem => problems[code ?? ''] ?? general;
