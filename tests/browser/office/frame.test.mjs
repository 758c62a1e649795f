// What stands around every screen: menu and search, what one may see, and an office
// that does not open (P-20, P-61).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nameOf, phone, sizes } from '../lib/browser.mjs';
import { office } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { atStart, enter } from '../lib/staff.mjs';

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
}

test('a clerk sees no admin’s screens', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  await enter(window, { role: 'voucher-clerk', name: 'Bram Willems' }, '/staff');
  await heading(window, 'not_allowed_title').waitFor();
  await inspect('not allowed');
  const menu = await page.getByRole('navigation', { name: say('menu') }).getByRole('link').allTextContents();
  assert.deepEqual(menu.map((line) => line.trim()), [say('start_title'), say('desk_title')]);
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
  await failing(page, '**/town/town.json');
  await page.reload();
  await heading(window, 'ui_page_failed_title').waitFor();
  await inspect('no town', { frame: false });
});
