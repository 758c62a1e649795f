// Asks who is signed in. Several parts may ask at the same time: they share one
// call.
import type { StaffMe } from '@meent/api';
import { language, type Locale } from '@meent/ui/language/language.svelte.ts';
import { locales } from '$texts/runtime';
import { answer, asProblem, client } from './api.ts';
import { drafts } from './drafts.ts';
import { staff } from './staff.svelte.ts';

let underWay: Promise<StaffMe> | undefined;

export function loadMe(): Promise<StaffMe> {
  underWay ??= ask().finally(() => (underWay = undefined));
  return underWay;
}

async function ask(): Promise<StaffMe> {
  const before = staff.me;
  const me = await answer(client.GET('/api/staff/me'));
  if (before && before.id !== me.id) {
    // Somebody else signed in on this screen: nothing of the former one stays.
    drafts.dropAll();
    location.assign('/');
    return me;
  }
  staff.take(me);
  // P-40: a language picked on the way in is the newest choice; otherwise the account's.
  const own = locales.find((locale) => locale === me.language);
  if (language.chosen && own !== language.current) void saveLanguage(language.current);
  else if (own) void language.follow(own);
  return me;
}

/** When it does not arrive the page stays as picked; the next visit tries again. */
export async function saveLanguage(locale: Locale): Promise<void> {
  try {
    staff.take(await answer(client.PATCH('/api/staff/me', { body: { language: locale } })));
  } catch (thrown) {
    asProblem(thrown);
  }
}
