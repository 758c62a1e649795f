// The pages everybody sees, in every language, light and dark, narrow and wide.
import { test } from 'node:test';
import { visit } from '../lib/browser.mjs';
import { looks } from '../lib/combos.mjs';
import { heading, settle } from '../lib/resident.mjs';
import { languages } from '../lib/words.mjs';

for (const language of languages) {
  test(`sign-in, home and topping up in ${language}`, async (t) => {
    const window = await visit(t, { language });
    const { page, say, inspect } = window;
    const all = async (state) => {
      for (const look of looks) for (const width of [360, 1280]) await inspect(state, { as: { look, width } });
    };
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: say('sign_in_title') }).waitFor();
    await all('sign-in');
    await settle(window);
    await all('home');
    await page.goto('/top-up');
    await heading(window, 'top_up_title').waitFor();
    await page.getByRole('button', { name: say('top_up_pay') }).waitFor();
    await all('top-up');
  });
}
