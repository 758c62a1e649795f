// Asks who is signed in. The head and the page may ask at the same time: they
// share one call.
import { type Home, Problem } from '@meent/api';
import { language, type Locale } from '@meent/ui/language/language.svelte.ts';
import { answer, client } from './api.ts';
import { resident } from './resident.svelte.ts';
import { saveLanguage } from './save-language.ts';

let underWay: Promise<Home> | undefined;

export function loadHome(): Promise<Home> {
  underWay ??= ask().finally(() => (underWay = undefined));
  return underWay;
}

async function ask(): Promise<Home> {
  const home = await answer(client.GET('/api/home'));
  resident.take(home);
  // P-40: a language picked on the way in is the newest choice; otherwise the account's.
  if (language.chosen && home.language !== language.current) void saveLanguage(language.current);
  else void language.follow(home.language as Locale);
  return home;
}

/** Something was booked or ended: what is kept for home is asked anew, beside the page. */
export function homeChanged(balanceCents: number) {
  resident.takeBalance(balanceCents, new Date().toISOString());
  loadHome().catch((thrown: unknown) => {
    if (!(thrown instanceof Problem)) throw thrown;
  });
}
