// Staff with an account elsewhere (UiTiD), and what can go wrong there. This
// file alone lets UiTiD misbehave.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, phone } from '../lib/browser.mjs';
import { invite } from '../lib/colleagues.mjs';
import { office } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { atStart } from '../lib/staff.mjs';
import { misbehave } from '../lib/town.mjs';

async function outside({ page, say }, email) {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: say('sign_in_uitid') }).click();
  await page.locator('input[name="email"]').fill(email);
  await page.locator('form:has(input[name="email"]) button').click();
}

test('invited by e-mail address, in with UiTiD', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  const invited = await invite({ kind: 'oidc', name: 'Nora Peters', role: 'voucher-clerk', language: window.language });
  await outside(window, invited.email);
  await atStart(window, 'Nora');
  await page.goto('/account');
  await page.getByText(say('account_uitid')).waitFor();
  await inspect('account, UiTiD');
  await page.goto('/account/password');
  await page.getByText(say('account_uitid')).waitFor();
  await inspect('own password, UiTiD');
});

const pages = {
  'sign-in-cancelled': 'problem_cancelled',
  'sign-in-expired': 'problem_expired',
  'sign-in-replayed': 'problem_replayed',
  'sign-in-other-browser': 'problem_other_browser',
  'sign-in-refused': 'problem_refused',
  'sign-in-clock': 'problem_clock',
  'provider-unavailable': 'problem_unavailable',
  'provider-not-known': 'problem_not_known',
  'not-invited': 'problem_not_invited',
  'email-not-verified': 'problem_email',
  'try-again': 'problem_try_again',
  'something-new': 'problem_other',
};

async function helped(window, code) {
  await heading(window, pages[code]).waitFor();
  assert.equal(new URL(window.page.url()).searchParams.get('code'), code);
  await window.page.getByText(window.say(`${pages[code]}_todo`)).waitFor();
  await window.page.getByRole('link', { name: window.say('sign_in_other') }).waitFor();
}

for (const code of Object.keys(pages)) {
  test(`the page for ${code}`, async (t) => {
    const window = await office(t, { size: phone });
    await window.page.goto(`/sign-in/problem?code=${code}&request=3f2a-77`);
    await helped(window, code);
    await window.page.getByText('3f2a-77').waitFor();
    // Changing one's mind is no error.
    assert.equal((await window.page.title()).startsWith(window.say('ui_error_prefix')), code !== 'sign-in-cancelled');
    await window.inspect(`problem ${code}`);
  });
}

test('who is not invited, or whose address is not proved, stays out', async (t) => {
  const window = await office(t, { size: phone });
  await outside(window, 'stranger@elsewhere.example');
  await helped(window, 'not-invited');
  const { email } = await invite({ kind: 'oidc', name: 'Ine Bogaert' });
  await misbehave('uitid', 'email-not-verified', 1);
  await outside(window, email);
  await helped(window, 'email-not-verified');
  assert.equal((await window.context.cookies()).some(({ name }) => name.includes('staff')), false);
});

test('what UiTiD can do wrong', async (t) => {
  const window = await office(t, { size: desktop });
  const { email } = await invite({ kind: 'oidc', name: 'Ine Bogaert' });
  for (const [misdeed, code] of [['token-down', 'provider-unavailable'], ['wrong-nonce', 'sign-in-refused'], ['clock-ahead', 'sign-in-clock']]) {
    await misbehave('uitid', misdeed, 1);
    await outside(window, email);
    await window.page.waitForURL('**/sign-in/problem?**');
    await misbehave('uitid', 'none');
    await helped(window, code);
  }
  await window.page.goto('/sign-in');
  await window.page.getByRole('link', { name: window.say('sign_in_uitid') }).click();
  await window.page.locator('button[name="cancel"]').click();
  await helped(window, 'sign-in-cancelled');
});

test('begun here, brought to another browser', async (t) => {
  const [window, other] = [await office(t, { size: phone }), await office(t, { size: phone })];
  const { email } = await invite({ kind: 'oidc', name: 'Ine Bogaert' });
  await window.page.goto('/api/staff/sign-in/uitid');
  const chosen = await fetch(window.page.url(), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ email }) });
  await other.page.goto(chosen.headers.get('location'));
  await helped(other, 'sign-in-other-browser');
});
