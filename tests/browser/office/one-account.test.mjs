// One staff account: changed, blocked, removed, and changed by two at once (P-3, P-50).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, phone } from '../lib/browser.mjs';
import { newColleague, OfficeClient } from '../lib/colleagues.mjs';
import { office } from '../lib/office.mjs';
import { enter } from '../lib/staff.mjs';

test('one account: changed, blocked, open again, removed', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  const colleague = await newColleague({ name: 'Greet Mertens', language: window.language });
  const desk = new OfficeClient();
  await desk.signIn(colleague);
  await enter(window, { role: 'admin' }, `/staff/${colleague.id}`);
  const name = page.getByLabel(say('invite_name'));
  await name.waitFor();
  await inspect('one account');
  await name.fill('');
  await page.getByRole('button', { name: say('save'), exact: true }).click();
  await page.getByRole('link', { name: say('name_missing') }).waitFor();
  await inspect('one account, errors');
  await name.fill('Greet M.');
  await page.getByLabel(say('role_voucher_clerk'), { exact: true }).check();
  await page.getByRole('button', { name: say('save'), exact: true }).dblclick();
  await page.getByText(say('staff_saved')).waitFor();
  await inspect('one account, saved');

  await page.getByRole('button', { name: say('staff_block'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('staff_block_title', { name: 'Greet M.' }) });
  await dialog.waitFor();
  await inspect('one account, asked whether to block');
  await dialog.getByRole('button', { name: say('staff_block'), exact: true }).dblclick();
  await page.getByText(say('staff_blocked')).waitFor();
  await inspect('one account, blocked');
  // Signed out at once, wherever.
  await assert.rejects(desk.ask('GET', '/api/staff/me'), /401/);
  await page.getByRole('button', { name: say('staff_unblock') }).dblclick();
  await page.getByText(say('staff_unblocked')).waitFor();
  await new OfficeClient().signIn(colleague);

  await page.getByRole('button', { name: say('staff_remove'), exact: true }).click();
  const last = page.getByRole('dialog', { name: say('staff_remove_title', { name: 'Greet M.' }) });
  await inspect('one account, asked whether to remove');
  await last.getByRole('button', { name: say('staff_remove'), exact: true }).dblclick();
  await page.getByText(say('staff_removed', { name: 'Greet M.' })).waitFor();
});

test('changed meanwhile in another browser: nothing lost, nothing overwritten', async (t) => {
  const [window, other] = [await office(t, { size: desktop, expects: [409] }), await office(t, { size: phone })];
  const { page, say, inspect } = window;
  const colleague = await newColleague({ name: 'Wim Dirks', language: 'nl' });
  const path = `/staff/${colleague.id}`;
  await enter(window, { role: 'admin' }, path);
  await enter(other, { role: 'admin' }, path);
  const name = (of) => of.page.getByLabel(of.say('invite_name'));
  const save = (of) => of.page.getByRole('button', { name: of.say('save'), exact: true }).click();
  await name(window).fill('Wim van hier');
  await name(other).fill('Wim van daar');
  await other.page.getByLabel(other.say('role_enforcement'), { exact: true }).check();
  await save(other);
  await other.page.getByText(other.say('staff_saved')).waitFor();
  await save(window);
  await page.getByText(say('changed_title')).waitFor();
  await page.getByText('Wim van daar').first().waitFor();
  assert.equal(await name(window).inputValue(), 'Wim van hier', 'what was typed stays');
  assert.ok(await page.getByLabel(say('role_enforcement'), { exact: true }).isChecked(), 'what the other changed is taken over');
  await inspect('one account, changed meanwhile');
  await save(window);
  await page.getByText(say('staff_saved')).waitFor();
  await other.page.reload();
  await name(other).waitFor();
  assert.equal(await name(other).inputValue(), 'Wim van hier');
});

test('one’s own account and the superadmin’s keep their roles', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  const admin = await enter(window, { role: 'admin' }, '/staff');
  await page.goto(`/staff/${admin.id}`);
  await page.getByText(say('staff_own_roles')).waitFor();
  await inspect('one account, one’s own');
  assert.equal(await page.getByRole('button', { name: say('staff_remove'), exact: true }).count(), 0);
  await page.goto('/staff?role=superadmin');
  await page.getByRole('link', { name: 'Sofie Claes', exact: true }).click();
  await page.getByText(say('staff_superadmin_roles')).waitFor();
});
