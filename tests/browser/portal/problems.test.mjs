// Whatever goes wrong on the way in has a page that helps (P-50). This file
// alone lets eID and ACM misbehave; all others sign in with itsme.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nextLanguage, phone, visit } from '../lib/browser.mjs';
import { newCitizen } from '../lib/citizens.mjs';
import { arrive, atHome, heading, passProvider } from '../lib/resident.mjs';
import { at, misbehave } from '../lib/town.mjs';

/** Each code that the server sends, and how its words begin in the texts. */
const pages = {
  'sign-in-cancelled': 'problem_cancelled',
  'sign-in-expired': 'problem_expired',
  'sign-in-replayed': 'problem_replayed',
  'sign-in-other-browser': 'problem_other_browser',
  'sign-in-refused': 'problem_refused',
  'sign-in-clock': 'problem_clock',
  'provider-unavailable': 'problem_unavailable',
  'provider-not-known': 'problem_not_known',
  'national-number-missing': 'problem_number',
  'try-again': 'problem_try_again',
  'something-new': 'problem_general',
};

async function helped(window, code) {
  const { page, say } = window;
  await heading(window, `${pages[code]}_title`).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('code'), code);
  await page.getByText(say(`${pages[code]}_advice`)).waitFor();
  await page.getByText(say('problem_kept')).waitFor();
  await page.getByRole('link', { name: say('sign_in_itsme') }).waitFor();
  assert.ok(page.url().startsWith(at('portal')));
}

for (const [code, text] of Object.entries(pages)) {
  test(`the page for ${code}`, async (t) => {
    const window = await visit(t, { size: phone, language: nextLanguage() });
    await window.page.goto(`/sign-in/problem?code=${code}&request=3f2a-77`);
    await heading(window, `${text}_title`).waitFor();
    await window.page.getByText('3f2a-77').waitFor();
    // Changing one's mind is no error.
    assert.equal((await window.page.title()).startsWith(window.say('ui_error_prefix')), code !== 'sign-in-cancelled');
    await window.inspect(`problem ${code}`);
  });
}

test('who stops at itsme is not scolded, and can go on', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  await window.page.goto('/sign-in?return=%2Fprofile');
  await window.page.getByRole('link', { name: window.say('sign_in_itsme') }).click();
  await window.page.locator('button[name="cancel"]').click();
  await helped(window, 'sign-in-cancelled');
  // And comes where it was to lead from the beginning.
  const again = await window.page.getByRole('link', { name: window.say('sign_in_itsme') }).getAttribute('href');
  assert.equal(new URL(again, at('portal')).searchParams.get('return'), '/profile');
});

test('an error of the provider’s own', async (t) => {
  const window = await visit(t, { size: phone });
  await window.page.goto('/api/sign-in/itsme');
  await window.page.locator('details > summary').click();
  await window.page.locator('button[name="error"][value="temporary_unavailable"]').click();
  await helped(window, 'provider-unavailable');
});

const misdeeds = [
  ['eid', 'token-down', 'provider-unavailable'],
  ['eid', 'garbage-json', 'provider-unavailable'],
  ['eid', 'wrong-nonce', 'sign-in-refused'],
  ['eid', 'clock-ahead', 'sign-in-clock'],
  ['eid', 'no-national-number', 'national-number-missing'],
  ['acm', 'wrong-key', 'sign-in-refused'],
  ['acm', 'expired', 'sign-in-clock'],
  ['acm', 'bad-national-number', 'national-number-missing'],
];

test('what a provider can do wrong', async (t) => {
  const window = await visit(t, { size: desktop, language: nextLanguage() });
  const citizen = await newCitizen();
  for (const [provider, misdeed, code] of misdeeds) {
    await misbehave(provider, misdeed, 1);
    await window.page.goto(`/api/sign-in/${provider}?language=${window.language}`);
    await passProvider(window, citizen);
    await window.page.waitForURL('**/sign-in/problem?**');
    const got = new URL(window.page.url()).searchParams.get('code');
    await misbehave(provider, 'none');
    assert.equal(got, code, `${provider} with ${misdeed}`);
    await helped(window, code);
  }
});

test('a way to sign in that this town does not know', async (t) => {
  const window = await visit(t, { size: phone });
  await window.page.goto('/api/sign-in/uitpas');
  await helped(window, 'provider-not-known');
});

/** The address that the provider sends the browser to, kept instead of followed. */
async function wayBack({ page }, citizen) {
  await page.goto('/api/sign-in/itsme');
  const chosen = await fetch(page.url(), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ citizen: citizen.nationalNumber }) });
  return chosen.headers.get('location');
}

test('an answer of the provider works once', async (t) => {
  const window = await visit(t, { size: phone });
  const back = await wayBack(window, await newCitizen());
  await window.page.goto(back);
  await heading(window, 'consent_text_title', { town: 'Noorderhaven' }).waitFor();
  await window.page.getByRole('button', { name: window.say('consent_text_yes') }).click();
  await atHome(window);
  // Reloaded by who is in: home. Kept and used by who is not: refused.
  await window.page.goto(back);
  await atHome(window);
  await window.context.clearCookies();
  await window.page.goto(back);
  await helped(window, 'sign-in-replayed');
});

test('an answer brought to another browser', async (t) => {
  const [window, other] = [await visit(t, { size: phone }), await visit(t, { size: phone, language: nextLanguage() })];
  const back = await wayBack(window, await newCitizen());
  await other.page.goto(back);
  await helped(other, 'sign-in-other-browser');
  assert.deepEqual(await other.context.cookies(), []);
});

test('nobody is led elsewhere after signing in', async (t) => {
  const window = await visit(t, { size: phone });
  const citizen = await arrive(window);
  await window.page.getByRole('button', { name: window.say('consent_text_yes') }).click();
  await atHome(window);
  for (const elsewhere of ['https://example.org/', '//example.org', '/\\example.org', '/..//example.org']) {
    await window.page.goto(`/sign-in?return=${encodeURIComponent(elsewhere)}`);
    await window.page.getByRole('link', { name: window.say('sign_in_itsme') }).click();
    await passProvider(window, citizen);
    await atHome(window);
    assert.equal(new URL(window.page.url()).origin, at('portal'));
  }
});
