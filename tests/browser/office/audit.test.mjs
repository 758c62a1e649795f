// The audit trail: filters, what a line holds, and the file (P-21).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { desktop, nameOf, sizes } from '../lib/browser.mjs';
import { invite, superadmin } from '../lib/colleagues.mjs';
import { office, rows, showFilters, unique } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { enter } from '../lib/staff.mjs';

for (const size of sizes) {
  test(`who did what to whom (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect } = window;
    const name = unique('Spoor');
    const somebody = await invite({ name, language: window.language });
    const { version } = await superadmin().ask('GET', `/api/staff/accounts/${somebody.id}`);
    await superadmin().ask('PATCH', `/api/staff/accounts/${somebody.id}`, { version, name: `${name} II`, roles: [{ role: 'enforcement', scope: 'region' }] });
    await enter(window, { role: 'admin' }, '/audit');
    await rows(window).first().waitFor();
    await inspect('audit trail');

    await showFilters(window);
    const subject = page.getByRole('combobox', { name: say('audit_filter_subject') });
    await subject.fill(name);
    await page.getByRole('option', { name }).waitFor();
    await inspect('audit trail, looking somebody up');
    // Looking at it at another width may have closed the list.
    await subject.focus();
    if (!(await page.getByRole('option').first().isVisible())) await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('subject') === somebody.id);
    await rows(window).nth(2).waitFor({ state: 'detached' });
    assert.equal(await rows(window).count(), 2);
    await showFilters(window);
    await page.getByLabel(say('audit_filter_action')).selectOption('staff-account.changed');
    await rows(window).nth(1).waitFor({ state: 'detached' });

    const opener = rows(window).first().getByRole('button');
    await opener.click();
    assert.equal(await opener.getAttribute('aria-expanded'), 'true');
    await page.getByText(`${name} → ${name} II`).waitFor();
    await page.getByText(`${say('role_finance_clerk')} → ${say('role_enforcement')}`).waitFor();
    await inspect('audit trail, a line open');

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say('audit_csv_filtered') }).click()]);
    const csv = await readFile(await file.path(), 'utf8');
    assert.match(file.suggestedFilename(), /\.csv$/);
    assert.ok(csv.startsWith('\uFEFF'), 'spreadsheets read it as it is');
    const lines = csv.trim().split(/\r?\n/);
    assert.equal(lines.length, 2, csv);
    assert.ok(lines[1].includes(`${name} II`) && lines[1].includes('Sofie Claes'));
  });
}

test('what was done to a zone is found by its name', async (t) => {
  const window = await office(t, { size: desktop, language: 'nl' });
  const { page, say } = window;
  await enter(window, { role: 'admin' }, '/audit');
  await rows(window).first().waitFor();
  await showFilters(window);
  await page.getByRole('combobox', { name: say('audit_filter_subject') }).fill('havenkw');
  await page.getByRole('option', { name: say('subject_zone', { name: 'Havenkwartier' }) }).click();
  await page.waitForURL((url) => url.searchParams.get('subject') === 'zone/haven');
});

test('a period, written as one does here', async (t) => {
  const window = await office(t, { size: desktop, language: 'fr' });
  const { page, say, inspect } = window;
  await enter(window, { role: 'admin' }, '/audit');
  await rows(window).first().waitFor();
  const from = page.getByLabel(say('ui_table_from', { what: say('audit_period') }));
  const to = page.getByLabel(say('ui_table_to', { what: say('audit_period') }));
  await from.fill('31/02/2026');
  await from.blur();
  await page.getByText(say('ui_table_day_wrong')).waitFor();
  // As it is: on a narrow page the filters stand elsewhere.
  await inspect('audit trail, no day', { as: { look: 'dark', width: 1280 } });
  assert.equal(await from.inputValue(), '31/02/2026');
  await from.fill('1.1.2026');
  await from.blur();
  await page.waitForURL((url) => url.searchParams.get('from') === '2026-01-01');
  await to.fill('31/12/2025');
  await to.blur();
  await page.getByText(say('ui_table_period_wrong')).waitFor();
  await to.fill('02/01/2026');
  await to.blur();
  await page.locator('.nothing', { hasText: say('ui_table_none_found') }).waitFor();
  await inspect('audit trail, none found');
  await page.getByRole('button', { name: say('ui_table_wipe') }).first().click();
  await rows(window).first().waitFor();
});

test('being fetched, not to be had, nothing yet, and the file not to be had', async (t) => {
  const window = await office(t, { size: desktop, expects: [503] });
  const { page, say, inspect } = window;
  await enter(window, { role: 'admin' });
  const hold = await held(page, '**/api/audit?*');
  await page.goto('/audit');
  await heading(window, 'audit_title').waitFor();
  await page.getByText(say('ui_loading')).waitFor({ state: 'attached' });
  await inspect('audit trail, being fetched');
  hold.letGo();
  await rows(window).first().waitFor();
  let fail = await failing(page, '**/api/audit?*');
  await page.reload();
  await page.getByRole('alert').first().waitFor();
  await inspect('audit trail, not to be had');
  await fail.stop();
  await page.getByRole('button', { name: say('ui_try_again') }).click();
  await rows(window).first().waitFor();
  fail = await failing(page, '**/api/audit.csv*');
  await page.getByRole('button', { name: say('audit_csv') }).click();
  await page.getByRole('alert').filter({ hasText: 'r-503' }).waitFor();
  await inspect('audit trail, file not to be had');
  await fail.stop();
  await page.route('**/api/audit?*', (route) => route.fulfill({ json: { items: [], more: false } }));
  await page.reload();
  await page.getByText(say('audit_empty')).waitFor();
  await inspect('audit trail, nothing yet');
});

test('reading on: more lines below, focus on the first new one', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say } = window;
  for (let number = 0; number < 6; number += 1) await invite({ name: `Rij ${number}` });
  await enter(window, { role: 'admin' }, '/audit?limit=10');
  await rows(window).nth(9).waitFor();
  assert.equal(await rows(window).count(), 10);
  await page.getByRole('button', { name: say('ui_table_further') }).click();
  await rows(window).nth(10).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('tbody > tr:not(.details)')[10]?.contains(document.activeElement));
});
