// The list of staff accounts and what an admin does with it (P-3, P-21).
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { desktop, nameOf, nextLanguage, phone, sizes, visit } from '../lib/browser.mjs';
import { invite, newColleague, OfficeClient } from '../lib/colleagues.mjs';
import { letterTo } from '../lib/mail.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { enter } from '../lib/staff.mjs';

const office = (t, more = {}) => visit(t, { surface: 'office', language: nextLanguage(), ...more });
const rows = ({ page }) => page.locator('tbody > tr:not(.details)');
const rowOf = (window, name) => rows(window).filter({ hasText: name });
/** A name that no other test has. */
const unique = (first) => `${first} ${randomUUID().slice(0, 8).replaceAll(/[^a-z]/g, 'x')}`;

/** Filters stand in the head on a desk, and behind a button on a phone. */
async function showFilters(window) {
  await rows(window).or(window.page.locator('.data-table .nothing')).first().waitFor();
  const folded = window.page.locator('.card-controls details:not([open]) > summary');
  if ((await folded.count()) > 0) await folded.click();
}

async function find(window, text, count = 1) {
  await showFilters(window);
  await window.page.getByLabel(window.say('staff_filter_text')).fill(text);
  await window.page.waitForURL((url) => url.searchParams.get('text') === text);
  await rows(window).filter({ hasNotText: text }).first().waitFor({ state: 'detached' });
  assert.equal(await rows(window).count(), count);
}

for (const size of sizes) {
  test(`filters, columns, and a row’s menu (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect } = window;
    const name = unique('Filip');
    const other = await invite({ name, role: 'voucher-clerk', language: window.language });
    await enter(window, { role: 'admin' }, '/staff');
    await rows(window).first().waitFor();
    await inspect('accounts');

    await find(window, name);
    await inspect('accounts, filtered');
    await page.getByLabel(say('staff_filter_state')).selectOption('blocked');
    await page.locator('.nothing', { hasText: say('ui_table_none_found') }).waitFor();
    await inspect('accounts, none found');
    // What one filters by is in the address: reloading, and sending it on, keeps it.
    await page.reload();
    await page.locator('.nothing', { hasText: say('ui_table_none_found') }).waitFor();
    await page.getByRole('button', { name: say('ui_table_wipe') }).first().click();
    await rows(window).nth(2).waitFor();

    await page.getByRole('button', { name: say('ui_table_columns') }).click();
    const choice = page.getByRole('dialog', { name: say('ui_table_columns') });
    await choice.getByLabel(say('login_label')).check();
    await choice.getByLabel(say('col_second')).uncheck();
    await inspect('accounts, choosing columns');
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: say('login_label') }).waitFor({ state: 'attached' });
    await page.reload();
    await page.getByRole('columnheader', { name: say('login_label') }).waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('columnheader', { name: say('col_second') }).count(), 0);

    await find(window, name);
    await page.getByRole('button', { name: say('ui_table_menu_of', { what: name }) }).click();
    await page.getByRole('menuitem', { name: say('staff_invite_again') }).waitFor();
    await inspect('accounts, row’s menu open');
    if (!(await page.getByRole('menuitem', { name: say('staff_invite_again') }).isVisible())) await page.getByRole('button', { name: say('ui_table_menu_of', { what: name }) }).click();
    const first = (await letterTo(other.email)).id;
    await page.getByRole('menuitem', { name: say('staff_invite_again') }).click();
    await page.getByText(say('outcome_done', { count: 1 })).waitFor();
    await letterTo(other.email, ({ id }) => id !== first);
    await inspect('accounts, invited again');
  });

  test(`several at once (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect } = window;
    const family = unique('Samen');
    for (const number of [1, 2, 3]) await invite({ name: `${family} ${number}`, language: window.language });
    await enter(window, { role: 'admin' }, '/staff');
    await find(window, family, 3);
    await page.getByLabel(say('ui_table_select_page')).check();
    await page.getByText(say('ui_table_selected', { count: 3 })).last().waitFor();
    await page.getByLabel(say('ui_table_select_row', { what: `${family} 2` })).uncheck();
    await page.getByText(say('ui_table_selected', { count: 2 })).last().waitFor();
    await inspect('accounts, two selected');
    await page.getByRole('group', { name: say('ui_table_selection') }).getByRole('button', { name: say('staff_block') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(say('staff_block_many', { count: 2 })).waitFor();
    await inspect('accounts, asked whether to block');
    await dialog.getByRole('button', { name: say('staff_block'), exact: true }).dblclick();
    await page.getByText(say('outcome_done', { count: 2 })).waitFor();
    await showFilters(window);
    await page.getByLabel(say('staff_filter_state')).selectOption('blocked');
    await rowOf(window, `${family} 2`).waitFor({ state: 'detached' });
    assert.equal(await rows(window).count(), 2);
  });

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

test('the list while it is fetched, not to be had, and empty', async (t) => {
  const window = await office(t, { size: desktop, expects: [503, 404] });
  const { page, say, inspect } = window;
  await enter(window, { role: 'admin' });
  const hold = await held(page, '**/api/staff/accounts?*');
  await page.goto('/staff');
  await heading(window, 'staff_title').waitFor();
  await page.getByText(say('ui_loading')).waitFor({ state: 'attached' });
  await inspect('accounts, being fetched');
  hold.letGo();
  await rows(window).first().waitFor();
  let fail = await failing(page, '**/api/staff/accounts?*');
  await page.reload();
  await page.getByRole('alert').first().waitFor();
  await inspect('accounts, not to be had');
  await fail.stop();
  await page.getByRole('button', { name: say('ui_try_again') }).click();
  await rows(window).first().waitFor();
  await page.route('**/api/staff/accounts?*', (route) => route.fulfill({ json: { items: [], more: false } }));
  await page.reload();
  await page.getByText(say('staff_empty')).waitFor();
  await inspect('accounts, none');
  await page.unroute('**/api/staff/accounts?*');

  await page.goto('/staff/nobody-with-this-id');
  await page.getByRole('alert').first().waitFor();
  await inspect('one account, not there');
  const one = await invite({ name: 'Traag Antwoord' });
  const slow = await held(page, `**/api/staff/accounts/${one.id}`);
  await page.goto(`/staff/${one.id}`);
  await page.getByText(say('ui_loading')).waitFor({ state: 'attached' });
  await inspect('one account, being fetched');
  slow.letGo();
  fail = await failing(page, `**/api/staff/accounts/${one.id}`, { method: 'PATCH' });
  await page.getByRole('button', { name: say('staff_block'), exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: say('staff_block'), exact: true }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await inspect('one account, blocking failed');
  await fail.stop();
});
