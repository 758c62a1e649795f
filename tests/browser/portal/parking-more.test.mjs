// What else one does about parking: visitors, series, plates, the list, and the
// zones for everybody (R-11, R-12, R-14, R-17, R-19, P-62).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { nextLanguage, phone, visit } from '../lib/browser.mjs';
import { begin, begins, button, field, fillLater, newPlate, paidDay, sessions, toBook } from '../lib/parking.mjs';
import { ask } from '../lib/payments.mjs';
import { heading, settle } from '../lib/resident.mjs';

test('for visitors, in the zone of one’s address, with what is left of the hours', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  await page.getByRole('radio', { name: say('parking_visitor') }).check();
  for (const key of ['parking_quota_this', 'parking_quota_then']) await page.getByText(say(key), { exact: true }).waitFor();
  await fillLater(window);
  await toBook(window).waitFor();
  await page.getByText('→').first().waitFor();
  await inspect('booking, for a visitor');
  await field(window, 'untilTime').fill('14:00');
  // Longer than one visit: said, and not offered.
  await page.locator('.no[role="status"]').waitFor();
  window.complaints.length = 0;
  await field(window, 'untilTime').fill('11:00');
  await toBook(window).click();
  await heading(window, 'parking_session').waitFor();
  assert.equal((await sessions(window))[0].for, 'visitor');

  const abroad = await visit(t, { size: phone, language: nextLanguage() });
  await settle(abroad, { citizen: undefined });
  await abroad.page.route('**/api/parking', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), visitorsZone: null, hasAddress: false } });
  });
  await abroad.page.goto('/parking/book');
  await abroad.page.getByRole('radio', { name: abroad.say('parking_visitor') }).check();
  await abroad.page.getByText(abroad.say('parking_visitors_not')).waitFor();
  await abroad.inspect('booking, no visitors here');
});

test('a series, with every date and price before it is paid', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  await field(window, 'plate').fill(newPlate());
  await page.getByRole('radio', { name: say('parking_series') }).check();
  await button(window, 'parking_price').click();
  await page.getByRole('alert').getByRole('link', { name: say('parking_weekdays_wrong') }).waitFor();
  await inspect('series, no day');
  const day = paidDay();
  const last = new Date(Date.parse(day.iso) + 7 * 86_400_000).toISOString().slice(0, 10);
  // Tuesdays are paid, Sundays are free.
  for (const number of [1, 6]) await page.locator('input[name="weekdays"]').nth(number).check();
  await field(window, 'firstDay').fill(day.typed);
  await field(window, 'lastDay').fill(last.split('-').reverse().join('/'));
  await field(window, 'fromTime').fill('9');
  await field(window, 'untilTime').fill('12u30');
  const dates = page.getByRole('region', { name: say('parking_dates') });
  await dates.waitFor();
  assert.equal(await dates.getByRole('listitem').count(), 3);
  await dates.getByText(say('parking_free')).waitFor();
  await inspect('series, with its dates');
  await toBook(window).click();
  await heading(window, 'parking_sessions').waitFor();
  await page.getByText(begins(window, 'parking_booked_series', ['count', 'price'])).waitFor();
  const booked = await sessions(window);
  assert.equal(booked.length, 2);
  await page.goto('/');
  await page.getByText(booked[0].series).waitFor();
  await inspect('home, a series to come');

  // One of it is cancelled, and what it cost comes back.
  await page.goto(`/parking/sessions/${booked[0].id}`);
  await button(window, 'parking_cancel').click();
  await page.getByRole('dialog').getByRole('button', { name: say('parking_cancel'), exact: true }).click();
  await page.getByText(begins(window, 'parking_cancelled_now', 'back')).first().waitFor();
  await page.getByText(say('parking_cancelled'), { exact: true }).waitFor();
  await inspect('session, cancelled');
});

test('a plate is put right, named and forgotten', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  await fillLater(window);
  await toBook(window).click();
  await heading(window, 'parking_session').waitFor();
  await button(window, 'parking_correct').click();
  await field(window, 'plate').fill('');
  await button(window, 'save').click();
  await page.getByRole('alert').getByRole('link', { name: say('parking_plate_wrong') }).waitFor();
  await inspect('session, no plate');
  const right = newPlate();
  await field(window, 'plate').fill(right.toLowerCase());
  await button(window, 'save').click();
  await page.getByText(say('parking_corrected')).first().waitFor();
  await page.locator('main').getByText(right, { exact: true }).waitFor();
  // Once.
  assert.equal(await button(window, 'parking_correct').count(), 0);

  await page.goto('/parking/plates');
  await heading(window, 'parking_plates').waitFor();
  const card = page.getByRole('form', { name: right });
  await card.getByRole('textbox').fill('oma');
  await card.getByRole('button', { name: new RegExp(`^${say('save')}`) }).click();
  await page.locator('[role="status"][aria-live="polite"]', { hasText: say('parking_plate_saved') }).waitFor({ state: 'attached' });
  await inspect('plates');
  await page.goto('/parking/book');
  await page.getByRole('button', { name: 'oma' }).click();
  assert.equal(await field(window, 'plate').inputValue(), right);
  await page.goto('/parking/plates');
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: new RegExp(`^${say('parking_forget')}`) }).first().click();
    await page.getByRole('button', { name: new RegExp(`^${say('parking_forget')}`) }).nth(left).waitFor({ state: 'detached' });
  }
  await page.getByText(say('parking_plates_none')).waitFor();
  await inspect('plates, none');
});

test('the list of sessions: filters, and a file', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  await page.goto('/parking');
  await page.getByText(say('parking_none')).waitFor();
  await inspect('sessions, none');
  const { iso } = paidDay();
  for (const hour of [8, 12]) {
    const session = { for: 'own', plate: newPlate(), zone: 'haven', from: `${iso}T${String(hour).padStart(2, '0')}:00:00.000Z`, until: `${iso}T${String(hour).padStart(2, '0')}:30:00.000Z` };
    await ask(window, 'POST', '/api/parking/sessions', { session, agreedCents: 500 }, { 'Idempotency-Key': crypto.randomUUID() });
  }
  await page.reload();
  const list = page.locator('#list');
  await list.getByText(say('transactions_range', { first: 1, last: 2, count: 2 }), { exact: true }).waitFor();
  await inspect('sessions');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /CSV$/ }).click()]);
  assert.match(file.suggestedFilename(), new RegExp(`^${say('parking_file_name')}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  assert.equal((await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/).length, 3);
  await page.locator('summary').click();
  await page.getByLabel(say('transaction_date'), { exact: true }).fill('1/1/2020');
  await button(window, 'filter_search').click();
  await list.getByText(say('parking_none_found')).waitFor();
  await inspect('sessions, none found');
  await list.getByRole('button', { name: say('filter_reset') }).click();
  await list.getByRole('link').first().click();
  await heading(window, 'parking_session').waitFor();
  await page.goto('/parking');
  await page.getByRole('link', { name: say('transactions_title'), exact: true }).click();
  await heading(window, 'transactions_title').waitFor();
});

test('zones and prices, for everybody', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  await page.goto('/zones');
  await heading(window, 'zones_title').waitFor();
  await page.getByText('Kerkstraat', { exact: false }).waitFor();
  assert.equal(await page.getByText(say('zones_streets'), { exact: true }).count(), 3);
  await inspect('zones');
});
