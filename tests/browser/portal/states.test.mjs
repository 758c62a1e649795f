// Every page of the portal in the states that a journey does not come by:
// being fetched, not to be had, and the pages for everybody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextLanguage, phone, visit } from '../lib/browser.mjs';
import { failing, held } from '../lib/routes.mjs';
import { heading, settle } from '../lib/resident.mjs';
import { ofTown } from '../lib/words.mjs';

test('pages for everybody', async (t) => {
  for (const [path, key] of [['/privacy', 'foot_privacy'], ['/accessibility', 'foot_accessibility'], ['/zones', 'zones_title'], ['/nowhere/at/all', 'missing_title'], ['/signed-out?why=ended', 'out_ended_title'], ['/signed-out?why=x', 'out_left_title']]) {
    const window = await visit(t, { size: phone, language: nextLanguage() });
    await window.page.goto(path);
    await heading(window, key).waitFor();
    await window.inspect(path);
  }
});

test('a statement’s table of contents leads to its parts', async (t) => {
  const window = await visit(t, { size: phone });
  const { page, say } = window;
  await page.goto('/privacy');
  await page.getByRole('link', { name: say('privacy_rights_title') }).click();
  const part = page.getByRole('heading', { name: say('privacy_rights_title') });
  await page.waitForFunction((element) => element === document.activeElement, await part.elementHandle());
  assert.ok(await part.evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight));
});

const fetched = [
  ['/', 'home_title', '**/api/home'],
  ['/profile', 'profile_title', '**/api/profile'],
  ['/profile/user-name', 'user_name_title', '**/api/profile'],
  ['/profile/email', 'email_title', '**/api/profile'],
  ['/profile/picture', 'picture_title', '**/api/profile'],
  ['/profile/consent', 'consent_page_title', '**/api/profile'],
  ['/profile/sessions', 'sessions_title', '**/api/sessions'],
  ['/profile/data', 'data_title', '**/api/profile/data'],
  ['/wallet', 'wallet_title', '**/api/wallet'],
  ['/wallet/transactions', 'transactions_title', '**/api/wallet/transactions?*'],
  ['/wallet/refund', 'refund_title', '**/api/wallet'],
  ['/top-up', 'top_up_title', '**/api/wallet'],
  ['/parking', 'parking_sessions', '**/api/parking/sessions?*'],
  ['/parking/book', 'parking_book', '**/api/parking'],
  ['/parking/plates', 'parking_plates', '**/api/parking/plates'],
];

test('pages while they are fetched, and when they cannot be', async (t) => {
  for (const [path, key, asked] of fetched) {
    const window = await visit(t, { size: phone, language: nextLanguage(), expects: [503] });
    const { page, say, inspect } = window;
    const citizen = await settle(window);
    const title = path === '/' ? page.getByRole('heading', { level: 1, name: say('home_greeting', { name: citizen.firstName }) }) : heading(window, key);
    const hold = await held(page, asked);
    await page.goto(path);
    await title.waitFor();
    await page.getByText(say('ui_loading')).first().waitFor({ state: 'attached' });
    await inspect(`${path}, being fetched`);
    hold.letGo();
    await page.getByText(say('ui_loading')).first().waitFor({ state: 'detached' });

    const fail = await failing(page, asked);
    await page.reload();
    await page.getByRole('alert').waitFor();
    await inspect(`${path}, not to be had`);
    await fail.stop();
    await page.getByRole('alert').getByRole('button', { name: say('ui_try_again') }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await inspect(`${path}, fetched after all`);
  }
});

test('a page whose own file does not come says so', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  await settle(window);
  await page.route('**/assets/profile-*.js', (route) => route.abort());
  await page.getByRole('link', { name: say('tab_profile'), exact: true }).click();
  await heading(window, 'ui_page_failed_title').waitFor();
  await inspect('a page that did not come');
  await page.unroute('**/assets/profile-*.js');
  await page.getByRole('button', { name: say('ui_try_again') }).click();
  await heading(window, 'profile_title').waitFor();
});

test('the town’s own folder not to be had', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage(), expects: [503] });
  const { page, inspect } = window;
  const fail = await failing(page, '**/town/town.json');
  await page.goto('/');
  await heading(window, 'ui_page_failed_title').waitFor();
  await inspect('no town', { frame: false });
  await fail.stop();
  await page.getByRole('button', { name: window.say('ui_try_again') }).click();
  await page.getByRole('heading', { name: ofTown('title', window.language) }).or(page.getByText(ofTown('title', window.language))).first().waitFor();
});
