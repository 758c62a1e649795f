// A resident comes in with itsme or eID, agrees or not, and goes (P-1, P-2, P-6,
// P-10 to P-12).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, nextLanguage, phone, sizes, visit } from '../lib/browser.mjs';
import { newCitizen } from '../lib/citizens.mjs';
import { failing } from '../lib/routes.mjs';
import { arrive, atHome, heading, passProvider, settle } from '../lib/resident.mjs';

for (const size of sizes) {
  test(`with itsme, by consent, home (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { size, language: nextLanguage() });
    const { page, say, inspect } = window;
    const citizen = await newCitizen({ language: window.language });
    await page.goto('/');
    await page.waitForURL('**/sign-in');
    await page.getByRole('heading', { name: say('sign_in_title') }).waitFor();
    await inspect('sign-in');
    for (const more of ['sign_in_itsme_more', 'sign_in_eid_more']) await page.locator('summary', { hasText: say(more) }).click();
    await page.getByText(say('sign_in_eid_need')).waitFor();
    await inspect('sign-in, with more said');

    await page.getByRole('link', { name: say('sign_in_itsme') }).click();
    await passProvider(window, citizen);
    await heading(window, 'consent_text_title', { town: 'Noorderhaven' }).waitFor();
    // What the provider gave is shown before it is used.
    await page.getByText(`${citizen.firstName} ${citizen.lastName}`, { exact: true }).waitFor();
    await page.getByText('Kerkstraat 12').waitFor();
    await inspect('consent');

    // Twice is as good as once (P-51).
    await page.getByRole('button', { name: say('consent_text_yes') }).dblclick();
    await atHome(window);
    assert.equal(new URL(page.url()).pathname, '/');
    await heading(window, 'home_greeting', { name: citizen.firstName }).waitFor();
    await page.getByText(/€\s?0,00|0,00\s?€|€\s?0\.00/).waitFor();
    await inspect('home');
  });

  test(`signing out is on the name, the logo leads home (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { size });
    const { page, say, inspect } = window;
    const citizen = await settle(window);
    await page.goto('/profile');
    await heading(window, 'profile_title').waitFor();
    await page.getByRole('link', { name: say('head_home', { town: 'Stad Noorderhaven' }) }).click();
    await atHome(window);
    const name = page.getByRole('button', { name: `${citizen.firstName} ${citizen.lastName}` });
    const box = await name.boundingBox();
    assert.ok(box.x + box.width > size.width * 0.8 && box.y < 160, 'the name is at the top right');
    await name.click();
    await inspect('home, menu of the name open');
    await page.getByRole('button', { name: say('head_sign_out') }).dblclick();
    await heading(window, 'out_left_title').waitFor();
    await inspect('signed out');
    await page.goto('/');
    await page.waitForURL('**/sign-in');
  });
}

test('with eID, and the same person is the same resident with both', async (t) => {
  const citizen = await newCitizen();
  const ids = [];
  for (const provider of ['itsme', 'eid']) {
    const window = await visit(t, { size: phone });
    await window.page.goto('/sign-in');
    await window.page.getByRole('link', { name: window.say(`sign_in_${provider}`) }).click();
    await passProvider(window, citizen);
    if (provider === 'itsme') await window.page.getByRole('button', { name: window.say('consent_text_yes') }).click();
    await atHome(window);
    ids.push(await window.page.locator('dd').first().innerText());
  }
  assert.equal(ids[0], ids[1]);
  assert.match(ids[0], /\S{6,}/);
});

test('no is an answer: signed out, nothing kept, asked again the next time', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  const citizen = await arrive(window);
  await page.getByRole('button', { name: say('consent_text_no') }).dblclick();
  await heading(window, 'out_refused_title').waitFor();
  await inspect('consent refused');
  assert.deepEqual(await window.context.cookies(), []);
  assert.equal(await page.evaluate(() => localStorage.getItem('meent.last-known')), null);
  await arrive(window, { citizen });
  await heading(window, 'consent_text_title', { town: 'Noorderhaven' }).waitFor();
});

test('what was agreed to can be taken back', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  const citizen = await settle(window);
  await page.goto('/profile/consent');
  await page.getByText(say('decision_yes')).waitFor();
  await inspect('my consent');
  await page.getByRole('link', { name: say('withdraw_link') }).click();
  await heading(window, 'withdraw_title').waitFor();
  await inspect('taking consent back');
  await page.getByRole('button', { name: say('withdraw_yes') }).dblclick();
  await heading(window, 'out_withdrawn_title').waitFor();
  await inspect('consent taken back');
  await settle(window, { citizen });
  await page.goto('/profile/consent');
  await page.getByText(say('decision_no')).waitFor();
  assert.equal(await page.getByText(say('decision_yes')).count(), 2);
});

test('consent not to be had, and not to be sent, is said', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage(), expects: [503] });
  const { page, say, inspect } = window;
  let fail = await failing(page, '**/api/consent', { method: 'GET' });
  await arrive(window);
  await page.getByRole('alert').waitFor();
  await inspect('consent, not to be had');
  await fail.stop();
  await page.getByRole('button', { name: say('ui_try_again') }).click();
  const yes = page.getByRole('button', { name: say('consent_text_yes') });
  await yes.waitFor();
  fail = await failing(page, '**/api/consent', { method: 'POST' });
  await yes.click();
  await page.getByRole('alert').waitFor();
  await inspect('consent, not to be sent');
  await fail.stop();
  await yes.click();
  await atHome(window);
});
