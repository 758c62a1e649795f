// Where am I signed in: sign out one, or everywhere (P-5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nextLanguage, phone, visit } from '../lib/browser.mjs';
import { heading, settle } from '../lib/resident.mjs';

async function three(t, language) {
  const window = await visit(t, { size: phone, language });
  const citizen = await settle(window);
  const others = [];
  for (const size of [desktop, desktop]) {
    const other = await visit(t, { size, language });
    await settle(other, { citizen });
    others.push(other);
  }
  await window.page.goto('/profile/sessions');
  await heading(window, 'sessions_title').waitFor();
  return { window, others };
}

const cards = ({ page, say }) => page.getByRole('list', { name: say('sessions_title') }).getByRole('listitem');

/** Whoever is signed out there finds out at the next question. */
async function isOut({ page, say }) {
  await page.reload();
  await page.getByRole('heading', { name: say('sign_in_title') }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('meent.last-known')), null, 'nothing of the person stays on the device');
}

test('one device is signed out, the others stay', async (t) => {
  const { window, others } = await three(t, nextLanguage());
  const { page, say, inspect } = window;
  await page.getByText(say('session_current')).waitFor();
  assert.equal(await cards(window).count(), 3);
  await inspect('sessions, three');
  const first = cards(window).nth(0);
  await first.getByText(say('session_current')).waitFor();
  await cards(window).nth(1).getByRole('button').click();
  await cards(window).nth(2).waitFor({ state: 'detached' });
  assert.equal(await cards(window).count(), 2);
  const out = await Promise.all(others.map(({ page }) => page.evaluate(async () => (await fetch('/api/home')).status)));
  assert.deepEqual(out.toSorted(), [200, 401]);
  await isOut(others[out.indexOf(401)]);
});

test('signing out everywhere asks first, and is meant everywhere', async (t) => {
  const { window, others } = await three(t, nextLanguage());
  const { page, say, inspect } = window;
  const ask = page.getByRole('button', { name: say('everywhere_button') });
  await ask.click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await inspect('sessions, asked whether everywhere');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.ok(await ask.evaluate((button) => button === document.activeElement), 'focus comes back to the button');
  await ask.click();
  await dialog.getByRole('button', { name: say('everywhere_yes') }).dblclick();
  await heading(window, 'out_everywhere_title').waitFor();
  await inspect('signed out everywhere');
  for (const other of others) await isOut(other);
});

test('signing out here, from the list', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  await settle(window);
  await page.goto('/profile/sessions');
  await page.getByText(say('sessions_only_this')).waitFor();
  await inspect('sessions, only this');
  await cards(window).nth(0).getByRole('button').dblclick();
  await heading(window, 'out_left_title').waitFor();
});

test('signing out that gets no answer is not pretended', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage(), expects: [503] });
  const { page, say, inspect } = window;
  const citizen = await settle(window);
  await page.route('**/api/sign-out', (route) => route.abort());
  await page.getByRole('button', { name: `${citizen.firstName} ${citizen.lastName}` }).click();
  await page.getByRole('button', { name: say('head_sign_out') }).click();
  await page.getByRole('alert').filter({ hasText: say('ui_offline_title') }).waitFor();
  await inspect('home, signing out failed');
  await page.unroute('**/api/sign-out');
  await page.getByRole('alert').getByRole('button', { name: say('ui_try_again') }).click();
  await heading(window, 'out_left_title').waitFor();
});
