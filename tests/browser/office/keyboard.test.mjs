// The main journey of staff by keyboard alone (P-42).
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { nameOf, nextLanguage, phone, sizes, visit } from '../lib/browser.mjs';
import { newColleague } from '../lib/colleagues.mjs';
import { focusIsOn, tabTo } from '../lib/keyboard.mjs';
import { heading } from '../lib/resident.mjs';
import { atStart, nameButton } from '../lib/staff.mjs';

for (const size of sizes) {
  test(`signing in, finding, inviting, blocking, signing out (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { surface: 'office', size, language: nextLanguage(), expects: [403] });
    const { page, say } = window;
    const admin = await newColleague({ role: 'admin', name: 'An Maes', language: window.language });
    const press = (key) => page.keyboard.press(key);
    const type = (text) => page.keyboard.type(text);
    const button = (key) => page.getByRole('button', { name: say(key), exact: true });

    await page.goto('/sign-in');
    await heading(window, 'sign_in_title').waitFor();
    await tabTo(page, page.getByLabel(say('login_label'), { exact: true }));
    await type(admin.login);
    await tabTo(page, page.getByLabel(say('password_label'), { exact: true }));
    await type(admin.password);
    await press('Enter');
    await heading(window, 'code_title').waitFor();
    await focusIsOn(page, heading(window, 'code_title'));
    await tabTo(page, page.getByLabel(say('code_label')));
    await type('1');
    await press('Enter');
    await focusIsOn(page, page.getByRole('alert').first());
    await tabTo(page, page.getByLabel(say('code_label')));
    await press('Control+a');
    await type(admin.authenticator.code());
    await press('Enter');
    await atStart(window, 'An');

    // Past the frame, then by search to a screen: arrows and Enter.
    await page.reload();
    await atStart(window, 'An');
    const skip = page.getByRole('link', { name: say('ui_skip') });
    await tabTo(page, skip);
    await press('Enter');
    await focusIsOn(page, page.locator('#main'));
    const search = page.getByRole('combobox', { name: say('search'), exact: true });
    await tabTo(page, search, 'Shift+Tab');
    await type(say('invite_title'));
    await page.getByRole('option', { name: say('invite_title') }).waitFor();
    await press('ArrowDown');
    await press('ArrowUp');
    await press('Enter');
    await focusIsOn(page, heading(window, 'invite_title'));

    const [login, name] = [`k${randomUUID().slice(0, 8)}`, `Toets ${randomUUID().slice(0, 6).replaceAll(/[^a-z]/g, 'x')}`];
    await tabTo(page, page.getByLabel(say('invite_name')));
    await type(name);
    await tabTo(page, page.getByLabel(say('col_email')));
    await type(`${login}@noorderhaven.example`);
    await tabTo(page, page.getByLabel(say('login_label')));
    await type(login);
    await tabTo(page, page.getByLabel(say('role_enforcement'), { exact: true }));
    await press('Space');
    await tabTo(page, button('invite_send'));
    await press('Enter');
    await heading(window, 'staff_title').waitFor();
    await focusIsOn(page, heading(window, 'staff_title'));

    if (size === phone) {
      await tabTo(page, button('menu'), 'Shift+Tab');
      await press('Enter');
      await page.getByRole('dialog', { name: say('menu') }).waitFor();
      await press('Escape');
      await page.getByRole('dialog', { name: say('menu') }).waitFor({ state: 'hidden' });
      await focusIsOn(page, button('menu'));
      const filters = page.locator('.card-controls summary');
      await filters.waitFor();
      await tabTo(page, filters);
      await press('Enter');
    }
    await page.locator('tbody > tr').first().waitFor();
    await tabTo(page, page.getByLabel(say('staff_filter_text')));
    await type(name);
    await page.locator('tbody > tr').filter({ hasNotText: name }).first().waitFor({ state: 'detached' });
    const row = page.getByRole('button', { name: say('ui_table_menu_of', { what: name }) });
    await tabTo(page, row);
    await press('ArrowDown');
    const items = page.getByRole('menuitem');
    await items.first().waitFor();
    await focusIsOn(page, items.first());
    await press('End');
    await focusIsOn(page, items.last());
    await press('Escape');
    await focusIsOn(page, row);
    await press('Enter');
    const block = page.getByRole('menuitem', { name: say('staff_block') });
    await block.waitFor();
    await focusIsOn(page, items.first());
    while (!(await block.evaluate((element) => element === document.activeElement))) await press('ArrowDown');
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await tabTo(page, dialog.getByRole('button', { name: say('staff_block'), exact: true }));
    await press('Enter');
    await page.getByText(say('outcome_done', { count: 1 })).waitFor();
    await dialog.waitFor({ state: 'hidden' });
    assert.ok(await page.evaluate(() => document.activeElement !== document.body), 'focus is somewhere');

    await tabTo(page, nameButton(window, 'An Maes'), 'Shift+Tab');
    await press('ArrowUp');
    await focusIsOn(page, page.getByRole('menuitem', { name: say('sign_out') }));
    await press('Enter');
    await page.getByText(say('sign_in_signed_out')).waitFor();
  });
}
