// An idle or ended session: told beforehand, signed in again on top, nothing lost (P-5, P-51).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, phone } from '../lib/browser.mjs';
import { superadmin } from '../lib/colleagues.mjs';
import { office } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { atStart, enter, giveCode, givePassword } from '../lib/staff.mjs';

test('the session ended: signed in again on top, what was typed is there', async (t) => {
  const window = await office(t, { size: desktop, expects: [403] });
  const { page, say, inspect } = window;
  const colleague = await enter(window, { role: 'admin' }, '/staff/new');
  await page.getByLabel(say('invite_name')).fill('Half Getypt');
  await page.getByLabel(say('col_email')).fill('half@noorderhaven.example');
  // Blocked and opened again by another admin: every session of theirs is over.
  await endSessions(colleague);
  await page.getByRole('button', { name: say('invite_send') }).click();
  await page.getByRole('link', { name: say('roles_missing') }).waitFor();
  await page.getByLabel(say('role_enforcement'), { exact: true }).check();
  await page.getByLabel(say('login_label')).fill(`h${colleague.login.slice(1, 9)}`);
  await page.getByRole('button', { name: say('invite_send') }).click();
  const dialog = page.getByRole('dialog', { name: say('again_title') });
  await dialog.waitFor();
  await inspect('signing in again, on top');
  const inside = { page: dialog, say };
  await givePassword(inside, colleague);
  await dialog.getByLabel(say('code_label')).waitFor();
  await inspect('signing in again, code');
  await giveCode(inside, colleague.authenticator.code());
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await page.getByLabel(say('invite_name')).inputValue(), 'Half Getypt');
  await page.getByRole('button', { name: say('invite_send') }).click();
  await heading(window, 'staff_title').waitFor();
});

async function endSessions({ id }) {
  for (const state of ['blocked', 'active']) {
    const { version } = await superadmin().ask('GET', `/api/staff/accounts/${id}`);
    await superadmin().ask('PATCH', `/api/staff/accounts/${id}`, { version, state });
  }
}

test('idle: told beforehand, one press goes on, else over', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  await page.clock.install();
  await enter(window, { name: 'Tom Goossens' });
  await atStart(window, 'Tom');
  // An answer that comes after the leap would count as a sign of life.
  await page.waitForLoadState('networkidle');
  await page.clock.fastForward('28:30');
  const warning = page.getByRole('dialog', { name: say('idle_title') });
  await warning.waitFor();
  await warning.getByRole('timer').waitFor();
  await inspect('idle, told beforehand');
  await warning.getByRole('button', { name: say('idle_stay') }).click();
  await warning.waitFor({ state: 'hidden' });
  await page.clock.fastForward('30:10');
  await page.getByRole('dialog', { name: say('again_title') }).waitFor();
  await inspect('idle, over');
  // Closed, it keeps a way back.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: say('again'), exact: true }).waitFor();
  await inspect('idle, over, dialog closed');
});
