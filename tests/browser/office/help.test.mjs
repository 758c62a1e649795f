// Help about what one sees, reporting a problem, and the bell (P-60).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, phone, sizes } from '../lib/browser.mjs';
import { OfficeClient, password } from '../lib/colleagues.mjs';
import { letterTo, linkTo } from '../lib/mail.mjs';
import { office } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { enter } from '../lib/staff.mjs';

const helpDesk = 'helpdesk@noorderhaven.example';

for (const size of sizes) {
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
