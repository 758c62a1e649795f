// The list of staff accounts: filters, columns, a row’s menu, several at once (P-3).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nameOf, sizes } from '../lib/browser.mjs';
import { invite } from '../lib/colleagues.mjs';
import { letterTo } from '../lib/mail.mjs';
import { find, office, rowOf, rows, showFilters, unique } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { enter } from '../lib/staff.mjs';

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
}

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
