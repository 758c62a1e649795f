import { Problem } from '@meent/api';
import type { Locale } from '@meent/ui/language/language.svelte.ts';
import { answer, client } from './api.ts';

/**
 * Lets the account follow the language that was picked on this page. When that
 * does not arrive the page stays as picked: the next visit tries again.
 */
export async function saveLanguage(language: Locale): Promise<void> {
  try {
    await answer(client.PATCH('/api/profile', { body: { language } }));
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
  }
}
