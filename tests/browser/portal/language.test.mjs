// P-40: the browser's language first, then one's own choice, which stays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextLanguage, phone, visit } from '../lib/browser.mjs';
import { atHome, heading, passProvider, settle } from '../lib/resident.mjs';
import { languages, words } from '../lib/words.mjs';

const languageMenu = ({ page, say }) => page.getByRole('combobox', { name: say('ui_language') });

for (const language of languages) {
  test(`a browser in ${language} gets a page in ${language}`, async (t) => {
    const { page, say } = await visit(t, { language, size: phone });
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: say('sign_in_title') }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
  });
}

test('a language picked on the way in stays, here, at the provider and with the account', async (t) => {
  const window = await visit(t, { language: 'nl', size: phone });
  const { page } = window;
  const german = words('portal', 'de');
  await page.goto('/sign-in');
  await languageMenu(window).selectOption('de');
  await page.getByRole('heading', { name: german('sign_in_title') }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: german('sign_in_title') }).waitFor();
  const link = page.getByRole('link', { name: german('sign_in_itsme') });
  assert.match(await link.getAttribute('href'), /language=de/);

  const there = { ...window, say: german, language: 'de' };
  const citizen = await settle(there);
  await page.goto('/profile/language');
  assert.ok(await page.getByRole('radio', { name: 'Deutsch' }).isChecked());

  // Another device of the same person follows the account.
  const other = await visit(t, { language: 'en', size: phone });
  await other.page.goto('/sign-in');
  await other.page.getByRole('link', { name: other.say('sign_in_itsme') }).click();
  await passProvider(other, citizen);
  await atHome({ ...other, say: german });
});

test('the language on its own page', async (t) => {
  const window = await visit(t, { language: 'fr', size: phone });
  const { page, say, inspect } = window;
  await settle(window);
  await page.goto('/profile/language');
  await heading(window, 'language_title').waitFor();
  await inspect('language');
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('button', { name: say('save'), exact: true }).dblclick();
  const english = words('portal', 'en');
  await page.getByText(english('language_saved')).waitFor();
  await page.reload();
  await heading({ page, say: english }, 'profile_title').waitFor();
});

test('what is being typed stays when the language changes', async (t) => {
  const window = await visit(t, { language: nextLanguage(), size: phone });
  const { page, say } = window;
  await settle(window);
  await page.goto('/profile/user-name');
  await page.getByLabel(say('profile_user_name')).fill('Half getypt');
  const next = window.language === 'en' ? 'nl' : 'en';
  await languageMenu(window).selectOption(next);
  await heading({ page, say: words('portal', next) }, 'user_name_title').waitFor();
  assert.equal(await page.getByLabel(words('portal', next)('profile_user_name')).inputValue(), 'Half getypt');
});
