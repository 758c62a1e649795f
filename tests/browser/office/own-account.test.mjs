// One’s own password, second factor and language (P-3, P-4, P-40).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, phone } from '../lib/browser.mjs';
import { office } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { enter, givePassword } from '../lib/staff.mjs';
import { Authenticator } from '../lib/totp.mjs';

const alert = ({ page }) => page.getByRole('alert').first();

test('one’s own password: login shown, new one twice', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  const colleague = await enter(window, { name: 'Tom Goossens' }, '/account/password');
  await heading(window, 'password_title').waitFor();
  const login = page.getByLabel(say('login_label'), { exact: true });
  assert.equal(await login.inputValue(), colleague.login);
  assert.equal(await login.getAttribute('readonly'), '');
  await inspect('own password');
  const fill = async (current, one, other) => {
    await page.getByLabel(say('password_current'), { exact: true }).fill(current);
    await page.getByLabel(say('password_new'), { exact: true }).fill(one);
    await page.getByLabel(say('password_again'), { exact: true }).fill(other);
    await page.getByRole('button', { name: say('save'), exact: true }).dblclick();
  };
  await fill('', 'kort', 'kort');
  await page.getByRole('link', { name: say('password_current_missing') }).waitFor();
  await inspect('own password, errors');
  const fresh = 'zes paarse paraplu’s';
  await fill('not mine', fresh, fresh);
  await page.getByRole('link', { name: say('password_current_missing') }).waitFor({ state: 'detached' });
  await alert(window).waitFor();
  await inspect('own password, current one wrong');
  await fill(colleague.password, fresh, fresh);
  await page.getByText(say('password_changed')).waitFor();
  await inspect('account, password changed');
  const again = await office(t, { size: phone });
  await again.page.goto('/sign-in');
  await givePassword(again, { ...colleague, password: fresh });
  await again.page.getByRole('heading', { level: 1 }).filter({ hasText: 'Tom' }).waitFor();
});

test('one’s own second factor: set up, replaced, taken away', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  await enter(window, { name: 'Tom Goossens' }, '/account');
  await heading(window, 'account_title').waitFor();
  await inspect('account');
  await page.getByRole('link', { name: say('start_second_do') }).click();
  await page.getByRole('img', { name: say('set_up_qr') }).waitFor();
  const authenticator = new Authenticator(await page.locator('.copyable .value').innerText());
  await page.getByLabel(say('code_label')).fill(authenticator.code());
  await page.getByRole('button', { name: say('set_up_confirm') }).click();
  await page.getByText(say('second_set')).first().waitFor();
  await page.getByRole('link', { name: say('account_second_change') }).click();
  await page.getByRole('button', { name: say('second_remove') }).waitFor();
  await inspect('second factor, set up');
  await page.getByRole('button', { name: say('second_remove') }).click();
  await page.getByLabel(say('code_label')).fill(authenticator.code());
  await inspect('second factor, taking it away');
  await page.getByRole('button', { name: say('second_remove') }).click();
  await page.getByText(say('second_removed')).waitFor();
});

test('the office in another language, and it stays', async (t) => {
  const window = await office(t, { size: desktop, language: 'de' });
  const { page } = window;
  const colleague = await enter(window, {}, '/account');
  await page.getByLabel('English').check();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  const other = await office(t, { size: desktop, language: 'fr' });
  await enter(other, colleague);
  await other.page.waitForFunction(() => document.documentElement.lang === 'en');
});
