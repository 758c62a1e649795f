// The page all staff see and the one with most on it, in every language, light
// and dark, narrow and wide.
import { test } from 'node:test';
import { visit } from '../lib/browser.mjs';
import { looks } from '../lib/combos.mjs';
import { heading } from '../lib/resident.mjs';
import { enter } from '../lib/staff.mjs';
import { languages } from '../lib/words.mjs';

for (const language of languages) {
  test(`sign-in and accounts in ${language}`, async (t) => {
    const window = await visit(t, { surface: 'office', language });
    const { page, inspect } = window;
    const all = async (state) => {
      for (const look of looks) for (const width of [360, 1280]) await inspect(state, { as: { look, width } });
    };
    await page.goto('/sign-in');
    await heading(window, 'sign_in_title').waitFor();
    await all('sign-in');
    await enter(window, { role: 'admin' }, '/staff');
    await page.locator('tbody > tr').first().waitFor();
    await all('accounts');
  });
}
