// A resident's own data: user name, picture, e-mail address (P-10, P-51).
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { nameOf, nextLanguage, phone, sizes, visit } from '../lib/browser.mjs';
import { codeTo } from '../lib/mail.mjs';
import { png } from '../lib/png.mjs';
import { heading, settle } from '../lib/resident.mjs';

const save = ({ page, say }, key = 'save') => page.getByRole('button', { name: say(key), exact: true });

/** The row of what is known about something, and its link. */
const row = ({ page, say }, key) => page.locator('dl > div').filter({ has: page.locator('dt', { hasText: say(key) }) });

async function told(window, key) {
  await heading(window, 'profile_title').waitFor();
  await window.page.getByRole('status').filter({ hasText: window.say(key) }).first().waitFor();
}

/** What is wrong stands at the top, takes focus and leads to the field. */
async function summary({ page, say }, field) {
  const box = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: say('ui_error_summary_title') }) });
  await box.waitFor();
  assert.ok(await box.evaluate((element) => element === document.activeElement), 'the summary has focus');
  await box.getByRole('link').first().click();
  assert.ok(await field.evaluate((element) => element === document.activeElement), 'the link leads to the field');
}

for (const size of sizes) {
  test(`a user name (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { size, language: nextLanguage() });
    const { page, say, inspect } = window;
    await settle(window);
    await page.goto('/profile');
    await heading(window, 'profile_title').waitFor();
    await inspect('profile, empty');
    await row(window, 'profile_user_name').getByRole('link').click();
    const field = page.getByLabel(say('profile_user_name'));
    await save(window).click();
    await inspect('user name, missing');
    await summary(window, field);
    await field.fill('  Zeemeeuw ✨ ');
    // Typed and not sent: a reload keeps it.
    await page.reload();
    await field.waitFor();
    assert.equal(await field.inputValue(), '  Zeemeeuw ✨ ');
    await save(window).dblclick();
    await told(window, 'user_name_saved');
    await row(window, 'profile_user_name').getByText('Zeemeeuw ✨', { exact: true }).waitFor();
    await inspect('profile, saved');
  });

  test(`an e-mail address, proved by a code (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { size, language: nextLanguage(), expects: [400, 410] });
    const { page, say, inspect } = window;
    const address = `r${randomUUID().slice(0, 8)}@example.org`;
    await settle(window);
    await page.goto('/profile/email');
    const field = page.getByLabel(say('profile_email'), { exact: true });
    await field.fill('nowhere');
    await save(window, 'email_send_code').click();
    await inspect('e-mail address, not one');
    await summary(window, field);
    await field.fill(address);
    await page.reload();
    await field.waitFor();
    assert.equal(await field.inputValue(), address);
    await save(window, 'email_send_code').dblclick();
    await heading(window, 'email_code_title').waitFor();
    await inspect('e-mail address, code asked');

    const code = page.getByLabel(say('email_code_label'));
    const first = await codeTo(address);
    await code.fill(first === '000000' ? '111111' : '000000');
    await save(window, 'email_confirm').click();
    await page.getByRole('alert').waitFor();
    await inspect('e-mail address, wrong code');
    // Another code replaces the former.
    await page.getByRole('button', { name: say('email_send_again') }).click();
    await page.getByText(say('email_sent_again')).waitFor();
    const second = await codeTo(address, first);
    await code.fill(`${second.slice(0, 3)} ${second.slice(3)}`);
    await save(window, 'email_confirm').dblclick();
    await told(window, 'email_confirmed');
    await row(window, 'profile_email').getByText(address).first().waitFor();

    await row(window, 'profile_email').getByRole('link').click();
    await page.getByRole('button', { name: say('email_remove'), exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await inspect('e-mail address, asked whether to remove it');
    await page.getByRole('button', { name: say('email_remove_yes') }).dblclick();
    await told(window, 'email_removed');
  });
}

test('a picture, made small on the resident’s own device', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  await settle(window);
  await page.goto('/profile/picture');
  const field = page.locator('input[type="file"]');
  await save(window, 'picture_save').click();
  await inspect('picture, none chosen');
  await summary(window, field);
  await field.setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') });
  await page.getByRole('link', { name: say('picture_not_readable') }).waitFor();
  await inspect('picture, not one');
  await field.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: png(96, 48) });
  await page.getByRole('img', { name: say('picture_preview') }).waitFor();
  await page.getByLabel(say('picture_shift')).fill('0.9');
  await inspect('picture, chosen');
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/profile/picture') && request.method() === 'PUT');
  await save(window, 'picture_save').dblclick();
  assert.match(await (await sent).headerValue('content-type'), /^image\//);
  await told(window, 'picture_saved');
  const shown = row(window, 'profile_picture').getByRole('img');
  await shown.waitFor();
  await page.waitForFunction((image) => image.complete && image.naturalWidth === 256, await shown.elementHandle());
  await inspect('profile, with a picture');
  await row(window, 'profile_picture').getByRole('link').click();
  await page.getByRole('button', { name: say('picture_remove') }).dblclick();
  await told(window, 'picture_removed');
  await row(window, 'profile_picture').getByText(say('none_yet')).waitFor();
});

test('what was typed outlives an ended session', async (t) => {
  const window = await visit(t, { size: phone });
  const { page, say, inspect } = window;
  const citizen = await settle(window);
  await page.goto('/profile/user-name');
  await page.getByLabel(say('profile_user_name')).fill('Nachtuil');
  const other = await visit(t, { size: phone });
  await settle(other, { citizen });
  await other.page.evaluate(() => fetch('/api/sessions', { method: 'DELETE' }));
  await save(window).click();
  await page.getByText(say('sign_in_ended_title')).waitFor();
  await inspect('sign-in, after the session ended');
  await page.getByRole('link', { name: say('sign_in_itsme') }).click();
  await page.locator(`button[value="${citizen.nationalNumber}"]`).click();
  await page.getByLabel(say('profile_user_name')).waitFor();
  assert.equal(await page.getByLabel(say('profile_user_name')).inputValue(), 'Nachtuil');
  await save(window).click();
  await told(window, 'user_name_saved');
});
