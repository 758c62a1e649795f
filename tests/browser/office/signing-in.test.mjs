// Staff come in with a password and a second factor (P-3, P-4, P-6).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nameOf, phone, sizes } from '../lib/browser.mjs';
import { newColleague } from '../lib/colleagues.mjs';
import { office } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { atStart, giveCode, givePassword, nameButton } from '../lib/staff.mjs';
import { Authenticator } from '../lib/totp.mjs';
import { ofTown } from '../lib/words.mjs';

const alert = ({ page }) => page.getByRole('alert').first();

for (const size of sizes) {
  test(`with a password and a code (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size, expects: [403] });
    const { page, say, inspect } = window;
    const colleague = await newColleague({ role: 'admin', name: 'An Maes', language: window.language });
    await page.goto('/');
    await heading(window, 'sign_in_title').waitFor();
    await inspect('sign-in');
    await givePassword(window, colleague);
    await heading(window, 'code_title').waitFor();
    await inspect('code');
    // Halfway in is not in.
    await page.goto('/staff');
    await heading(window, 'code_title').waitFor();
    await giveCode(window, '12');
    await alert(window).waitFor();
    await inspect('code, not one');
    const code = colleague.authenticator.code();
    await giveCode(window, `${code.slice(0, 3)} ${code.slice(3)}`);
    // Where one wanted to go.
    await heading(window, 'staff_title').waitFor();
    await page.goto('/');
    await atStart(window, 'An');
    await inspect('start, admin');

    const box = await nameButton(window, 'An Maes').boundingBox();
    assert.ok(box.x + box.width > size.width * 0.9 && box.y < 160, 'the name is at the top right');
    await nameButton(window, 'An Maes').click();
    const out = page.getByRole('menuitem', { name: say('sign_out') });
    await out.waitFor();
    await inspect('start, menu of the name open');
    if (!(await out.isVisible())) await nameButton(window, 'An Maes').click();
    await out.click();
    await page.getByText(say('sign_in_signed_out')).waitFor();
    await inspect('sign-in, signed out');
    assert.deepEqual(await window.context.cookies(), []);
  });
}

test('with a password alone, for who needs no more', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  const colleague = await newColleague({ name: 'Bram Willems', language: window.language });
  await page.goto('/account');
  await heading(window, 'sign_in_title').waitFor();
  await givePassword(window, { ...colleague, login: ` ${colleague.login.toUpperCase()} ` });
  await heading(window, 'account_title').waitFor();
  await page.getByRole('link', { name: say('brand_home', { town: ofTown('title', window.language) }) }).click();
  await atStart(window, 'Bram');
  await page.getByText(say('start_second_title')).waitFor();
  await inspect('start, clerk');
});

test('nothing filled in, and something wrong', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  await page.goto('/sign-in');
  await page.getByRole('button', { name: say('sign_in'), exact: true }).click();
  await page.getByRole('link', { name: say('login_missing') }).click();
  assert.ok(await page.getByLabel(say('login_label'), { exact: true }).evaluate((field) => field === document.activeElement));
  await inspect('sign-in, nothing filled in');
  // The same words for an account that is there and one that is not (P-4).
  const { login } = await newColleague({ language: window.language });
  const said = [];
  for (const name of [login, `not.${login.slice(0, 8)}`]) {
    // What was wrong before stands there until the answer comes.
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/staff/sign-in'));
    await givePassword(window, { login: name, password: 'not my password' });
    await answered;
    await page.locator('form button[type="submit"]:not([aria-busy])').waitFor();
    said.push(await alert(window).innerText());
    assert.equal(await page.getByLabel(say('password_label'), { exact: true }).inputValue(), '', 'the password is asked anew');
  }
  assert.equal(said[0], said[1]);
  await inspect('sign-in, wrong');
  const field = page.getByLabel(say('password_label'), { exact: true });
  await field.fill('seen');
  await page.getByRole('button', { name: say('ui_password_show_long') }).click();
  assert.equal(await field.getAttribute('type'), 'text');
  await inspect('sign-in, password shown');
});

test('after five wrong passwords one waits, and sees how long', async (t) => {
  const window = await office(t, { size: phone, expects: [429] });
  const { page, say, inspect } = window;
  const colleague = await newColleague({ language: window.language });
  await page.goto('/sign-in');
  const wait = page.getByRole('timer');
  const send = page.getByRole('button', { name: say('sign_in'), exact: true });
  for (let tries = 0; tries < 6; tries += 1) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/staff/sign-in'));
    await givePassword(window, { ...colleague, password: 'wrong again and again' });
    assert.equal((await answered).status(), tries < 5 ? 401 : 429);
    await alert(window).waitFor();
  }
  await wait.waitFor();
  assert.match(await wait.innerText(), /0:1[0-5]/);
  assert.ok(await send.isDisabled());
  await inspect('sign-in, waiting');
  // It counts down by itself, and then lets one try again.
  await wait.waitFor({ state: 'detached' });
  await givePassword(window, colleague);
  await atStart(window, 'Els');
});

test('whose role needs a second factor sets one up on the way in', async (t) => {
  const window = await office(t, { size: phone, expects: [403] });
  const { page, say, inspect } = window;
  const colleague = await newColleague({ role: 'admin', enrolled: false, language: window.language });
  await page.goto('/sign-in');
  await givePassword(window, colleague);
  await heading(window, 'set_up_title').waitFor();
  const qr = page.getByRole('img', { name: say('set_up_qr') });
  await qr.waitFor();
  await inspect('setting up a second factor');
  const secret = (await page.locator('.copyable .value').innerText()).replaceAll(/\s/g, '');
  const link = await page.getByRole('link', { name: say('set_up_open') }).getAttribute('href');
  assert.equal(new URL(link).searchParams.get('secret'), secret);
  // Dark on light also at night: scanners need it.
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.match(await qr.evaluate((element) => getComputedStyle(element).backgroundColor), /rgb\(255, 255, 255\)|oklch\(1 /);
  await page.emulateMedia({ colorScheme: 'light' });

  const field = page.getByLabel(say('code_label'));
  const confirm = page.getByRole('button', { name: say('set_up_confirm') });
  await field.fill('000 000');
  await confirm.click();
  await alert(window).waitFor();
  await inspect('setting up a second factor, wrong code');
  await field.fill(new Authenticator(secret).code());
  await confirm.dblclick();
  await atStart(window, 'Els');
  await page.goto('/staff');
  await heading(window, 'staff_title').waitFor();
});
