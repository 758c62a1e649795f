// Inviting somebody to the office, and taking the invitation (P-3, P-51).
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { nameOf, phone, sizes } from '../lib/browser.mjs';
import { invite, password } from '../lib/colleagues.mjs';
import { letterTo, linkTo } from '../lib/mail.mjs';
import { office } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { atStart, enter, givePassword } from '../lib/staff.mjs';

const alert = ({ page }) => page.getByRole('alert').first();

for (const size of sizes) {
  test(`inviting somebody (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size, expects: [400, 409] });
    const { page, say, inspect } = window;
    const login = `u${randomUUID().slice(0, 8)}`;
    const email = `${login}@noorderhaven.example`;
    const admin = await enter(window, { role: 'admin' }, '/staff');
    await page.getByRole('link', { name: say('staff_new') }).first().click();
    await heading(window, 'invite_title').waitFor();
    await inspect('inviting');
    const send = page.getByRole('button', { name: say('invite_send') });
    await send.click();
    await page.getByRole('link', { name: say('name_missing') }).waitFor();
    await inspect('inviting, nothing filled in');
    await page.getByRole('link', { name: say('roles_missing') }).click();
    assert.ok(await page.getByLabel(say('role_admin'), { exact: true }).evaluate((box) => box === document.activeElement));
    await page.getByLabel(say('invite_name')).fill('Jef Nieuwkomer');
    await page.getByLabel(say('col_email')).fill(admin.email);
    await page.getByLabel(say('login_label')).fill(login);
    await page.getByLabel(say('role_finance_clerk'), { exact: true }).check();
    // Half done and reloaded: all of it is there still (P-51).
    await page.reload();
    await page.getByText(say('draft_restored')).waitFor();
    assert.equal(await page.getByLabel(say('invite_name')).inputValue(), 'Jef Nieuwkomer');
    assert.ok(await page.getByLabel(say('role_finance_clerk'), { exact: true }).isChecked());
    await inspect('inviting, taken up again');
    await send.click();
    await page.getByRole('alert').first().waitFor();
    assert.equal(await page.getByLabel(say('col_email')).getAttribute('aria-invalid'), 'true');
    await inspect('inviting, address known already');
    await page.getByLabel(say('col_email')).fill(email);
    await send.dblclick();
    await page.getByText(say('invite_sent', { name: 'Jef Nieuwkomer', email })).waitFor();
    await inspect('accounts, somebody invited');
    await letterTo(email);
    await page.goto('/staff/new');
    await heading(window, 'invite_title').waitFor();
    assert.equal(await page.getByLabel(say('invite_name')).inputValue(), '', 'what was sent is no draft any more');
  });
}

test('an invitation end to end: invited, mailed, password chosen, in', async (t) => {
  const window = await office(t, { size: phone, expects: [400, 410] });
  const { page, say, inspect } = window;
  const invited = await invite({ name: 'Nele Baert', language: window.language });
  await page.goto(await linkTo(invited.email));
  await heading(window, 'activate_title').waitFor();
  assert.equal(new URL(page.url()).hash, '', 'the token leaves the address');
  await inspect('activation');
  const choose = async (one, other) => {
    await page.getByLabel(say('password_new'), { exact: true }).fill(one);
    await page.getByLabel(say('password_again'), { exact: true }).fill(other);
    await page.getByRole('button', { name: say('activate_send') }).dblclick();
  };
  await choose('kort', 'kort');
  await page.getByRole('link', { name: say('password_too_short', { least: 12 }) }).waitFor();
  await inspect('activation, too short');
  await choose(password, `${password}.`);
  await page.getByRole('link', { name: say('passwords_differ') }).waitFor();
  await choose('wachtwoord1234', 'wachtwoord1234');
  await page.getByRole('link', { name: say('passwords_differ') }).waitFor({ state: 'detached' });
  await alert(window).waitFor();
  await inspect('activation, too common');
  // A reload finds the link's secret in this tab alone.
  await page.reload();
  await choose(password, password);
  await heading(window, 'activated_title').waitFor();
  await page.getByText(invited.login, { exact: true }).waitFor();
  await inspect('activated');
  await page.getByRole('link', { name: say('sign_in') }).click();
  await givePassword(window, { ...invited, password });
  await atStart(window, 'Nele');

  await page.goto(await linkTo(invited.email));
  await choose(password, password);
  await page.getByText(say('activate_useless')).waitFor();
  await inspect('activation, link used');
});

test('an invitation comes in the language it was asked in', async () => {
  const { email } = await invite({ language: 'fr' });
  assert.match((await letterTo(email)).text, /^Bonjour/);
});
