// What stands around every screen: menu, search, bell, help, practice banner,
// and signing in again on top of it (P-5, P-51, P-60, P-61).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nameOf, nextLanguage, phone, sizes, visit } from '../lib/browser.mjs';
import { invite, OfficeClient, password, superadmin } from '../lib/colleagues.mjs';
import { letterTo, linkTo } from '../lib/mail.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { atStart, enter, giveCode, givePassword } from '../lib/staff.mjs';

const office = (t, more = {}) => visit(t, { surface: 'office', language: nextLanguage(), ...more });
const helpDesk = 'helpdesk@noorderhaven.example';

for (const size of sizes) {
  test(`menu and search (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect } = window;
    await enter(window, { role: 'admin', name: 'An Maes' });
    await atStart(window, 'An');
    if (size === phone) {
      await page.getByRole('button', { name: say('menu'), exact: true }).click();
      await page.getByRole('dialog', { name: say('menu') }).waitFor();
      await inspect('menu open', { as: { look: 'light', width: 390 } });
    }
    await page.getByRole('navigation', { name: say('menu') }).getByRole('link', { name: say('audit_title') }).click();
    await heading(window, 'audit_title').waitFor();
    await page.getByRole('dialog', { name: say('menu') }).waitFor({ state: 'detached' });
    const search = page.getByRole('combobox', { name: say('search'), exact: true });
    await search.fill('zzzz');
    await page.getByText(say('ui_combobox_none')).last().waitFor();
    await inspect('search, nothing found');
    await search.fill('');
    await search.pressSequentially('claes');
    await page.getByRole('option', { name: 'Sofie Claes' }).waitFor();
    await inspect('search, somebody found');
    // Looking at it at another width may have closed the list.
    await search.focus();
    if (!(await page.getByRole('option').first().isVisible())) await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Sofie Claes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sofie Claes' }).waitFor();
  });

  test(`help about what one sees, and reporting a problem (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size, expects: [503] });
    const { page, say, inspect } = window;
    const colleague = await enter(window, { role: 'admin', name: 'Fatima El Amrani' }, '/staff?text=geheim');
    await heading(window, 'staff_title').waitFor();
    const open = page.getByRole('button', { name: say('help'), exact: true });
    await open.click();
    await page.getByText(say('help_staff_2')).waitFor();
    await inspect('accounts, help open');
    await page.getByRole('button', { name: say('report') }).click();
    await page.getByLabel(say('report_note')).fill(`Melding ${colleague.login}`);
    await inspect('reporting a problem');
    const fail = await failing(page, '**/api/staff/problem-reports');
    const send = page.getByRole('button', { name: say('report_send') });
    await send.click();
    await page.locator('aside.help').getByRole('alert').waitFor();
    await inspect('reporting a problem, not sent');
    await fail.stop();
    await send.dblclick();
    await page.getByText(say('report_sent')).waitFor();
    await inspect('problem reported');
    const letter = await letterTo(helpDesk, ({ text }) => text.includes(colleague.login));
    assert.match(letter.text, /\/staff/);
    assert.ok(!letter.text.includes('geheim') && !letter.text.includes('Fatima'), 'no search term and no name (P-60)');
    await page.getByRole('button', { name: say('report_done') }).click();
    await page.keyboard.press('Escape');
    await page.locator('aside.help').waitFor({ state: 'detached' });
    assert.ok(await open.evaluate((button) => button === document.activeElement), 'focus comes back to the button');
  });
}

test('the bell: what is new, and all read', async (t) => {
  const window = await office(t, { size: phone, expects: [503] });
  const { page, say, inspect } = window;
  const admin = await enter(window, { role: 'admin', name: 'An Maes' });
  await page.getByRole('button', { name: say('bell'), exact: true }).click();
  await page.getByRole('dialog', { name: say('bell') }).getByText(say('bell_empty')).waitFor();
  await inspect('bell, nothing');
  await page.keyboard.press('Escape');

  // Whoever this admin invited says yes.
  const login = `b${admin.login.slice(1, 9)}`;
  const email = `${login}@noorderhaven.example`;
  const body = { kind: 'password', name: 'Nele Baert', email, language: 'nl', login, roles: [{ role: 'finance-clerk', scope: 'region' }] };
  await page.evaluate((body) => fetch('/api/staff/accounts', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }), body);
  await new OfficeClient().ask('POST', '/api/staff/activation', { token: new URL(await linkTo(email)).hash.slice(1), password, again: password });
  const hold = await held(page, '**/api/staff/notifications');
  await page.reload();
  await page.getByRole('button', { name: say('bell'), exact: true }).click();
  await page.getByRole('dialog', { name: say('bell') }).getByText(say('ui_loading')).waitFor({ state: 'attached' });
  await inspect('bell, being fetched');
  hold.letGo();
  await page.getByRole('button', { name: say('bell_unread', { count: 1 }) }).waitFor();
  if (!(await page.getByRole('dialog', { name: say('bell') }).isVisible())) await page.getByRole('button', { name: say('bell_unread', { count: 1 }) }).click();
  await page.getByRole('dialog', { name: say('bell') }).getByText(say('note_accepted', { who: 'Nele Baert' })).waitFor();
  await inspect('bell, one unread');
  if (!(await page.getByRole('dialog', { name: say('bell') }).isVisible())) await page.getByRole('button', { name: say('bell_unread', { count: 1 }) }).click();
  await page.getByRole('button', { name: say('bell_read_all') }).click();
  await page.getByRole('button', { name: say('bell'), exact: true }).waitFor();
  const fail = await failing(page, '**/api/staff/notifications');
  await page.reload();
  await page.getByRole('button', { name: say('bell'), exact: true }).click();
  await page.getByRole('dialog', { name: say('bell') }).getByRole('alert').waitFor();
  await inspect('bell, not to be had');
  await fail.stop();
});

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

test('a clerk sees no admin’s screens', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  await enter(window, { name: 'Bram Willems' }, '/staff');
  await heading(window, 'not_allowed_title').waitFor();
  await inspect('not allowed');
  assert.equal(await page.getByRole('navigation', { name: say('menu') }).getByRole('link').count(), 1);
  await page.goto('/no/such/screen');
  await heading(window, 'missing_title').waitFor();
  await inspect('no such screen');
});

test('the office that does not open, or does not answer, says so', async (t) => {
  const window = await office(t, { size: desktop, expects: [503] });
  const { page, say, inspect, context } = window;
  await enter(window, { name: 'Bram Willems' });
  const hold = await held(page, '**/api/staff/me');
  await page.reload();
  await page.getByText(say('ui_loading')).waitFor({ state: 'attached' });
  await inspect('opening');
  hold.letGo();
  await atStart(window, 'Bram');
  let fail = await failing(page, '**/api/staff/me');
  await page.reload();
  await heading(window, 'opening_failed').waitFor();
  await inspect('not opening');
  await fail.stop();
  await page.getByRole('button', { name: say('ui_try_again') }).click();
  await atStart(window, 'Bram');
  await context.setOffline(true);
  await page.getByText(say('offline_text')).waitFor();
  await inspect('offline');
  await context.setOffline(false);
  await page.getByText(say('offline_text')).waitFor({ state: 'detached' });
  fail = await failing(page, '**/api/staff/sign-out');
  await page.getByRole('button', { name: say('name_menu', { name: 'Bram Willems' }) }).click();
  await page.getByRole('menuitem', { name: say('sign_out') }).click();
  await page.getByText(say('sign_out_failed')).waitFor();
  await inspect('signing out failed');
  await fail.stop();
  await page.getByRole('alert').getByRole('button', { name: say('ui_try_again') }).click();
  await page.getByText(say('sign_in_signed_out')).waitFor();
  fail = await failing(page, '**/town/town.json');
  await page.reload();
  await heading(window, 'ui_page_failed_title').waitFor();
  await inspect('no town', { frame: false });
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

test('an invitation comes in the language it was asked in', async () => {
  const { email } = await invite({ language: 'fr' });
  assert.match((await letterTo(email)).text, /^Bonjour/);
});
