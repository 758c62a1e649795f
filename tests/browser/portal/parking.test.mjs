// A resident parks: for themselves or for a visitor, once or in
// a series. What is quoted is what is booked, and nothing is booked twice (P-51).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, phone, sizes, visit } from '../lib/browser.mjs';
import { begin, begins, bookings, button, field, fillLater, fillNow, newPlate, paidDay, sessions, toBook } from '../lib/parking.mjs';
import { ask, pay, toppedUp } from '../lib/payments.mjs';
import { atHome, heading, passProvider, settle } from '../lib/resident.mjs';
import { failing } from '../lib/routes.mjs';

for (const size of sizes) {
  test(`booked, looked at, extended and stopped (${nameOf(size)})`, async (t) => {
    const { window } = await begin(t, { size });
    const { page, say, inspect } = window;
    await heading(window, 'parking_book').waitFor();
    await inspect('booking');
    // Nothing is wrong while typing, only once sent.
    await field(window, 'plate').fill('?');
    await field(window, 'until').fill('straks');
    assert.equal(await page.locator('[aria-invalid]').count(), 0);
    await button(window, 'parking_price').click();
    const summary = page.getByRole('alert').filter({ has: page.getByRole('heading', { name: say('ui_error_summary_title') }) });
    await summary.getByRole('link', { name: say('parking_plate_wrong') }).click();
    assert.ok(await field(window, 'plate').evaluate((element) => element === document.activeElement));
    await inspect('booking, wrong');

    // An unusual plate is asked about, and never refused; one from abroad is written as it is.
    await field(window, 'plate').fill('oma1');
    assert.equal(await page.getByText(say('parking_plate_unusual')).count(), 0);
    await field(window, 'plate').blur();
    await page.getByText(say('parking_plate_unusual')).waitFor();
    await button(window, 'parking_abroad').click();
    await page.getByLabel(say('parking_country')).selectOption('NL');
    await page.getByText(say('parking_plate_unusual')).waitFor({ state: 'detached' });
    await inspect('booking, from abroad');
    await page.getByLabel(say('parking_country')).selectOption('BE');
    const plate = await fillNow(window, newPlate().replaceAll('-', ' ').toLowerCase());
    await field(window, 'plate').blur();
    const shown = plate.toUpperCase().replaceAll(' ', '-');
    assert.equal(await field(window, 'plate').inputValue(), shown);
    await toBook(window).waitFor();
    await page.getByText(say('parking_balance_after'), { exact: true }).waitFor();
    await inspect('booking, with its price');
    await toBook(window).click();

    await heading(window, 'parking_session').waitFor();
    await page.getByText(begins(window, 'parking_booked', 'price')).waitFor();
    await page.locator('main').getByText(shown, { exact: true }).waitFor();
    await page.getByText(say('parking_running'), { exact: true }).waitFor();
    await inspect('session, booked');
    const [booked] = await sessions(window);
    await page.getByText(booked.reference, { exact: true }).waitFor();

    await button(window, 'parking_extend').click();
    await field(window, 'until').fill('noen');
    await button(window, 'parking_price').click();
    await page.getByRole('alert').getByRole('link', { name: say('parking_time_wrong') }).waitFor();
    await inspect('session, extended to no time');
    await page.getByRole('button', { name: /30/ }).click();
    const extend = page.getByRole('button', { name: begins(window, 'parking_extend_for', ['time', 'price']) });
    await extend.waitFor();
    await inspect('session, extending');
    await extend.click();
    await page.getByText(begins(window, 'parking_extended', 'time')).first().waitFor();
    const [longer] = await sessions(window);
    assert.equal(Date.parse(longer.until) - Date.parse(booked.until), 30 * 60_000);

    // Home has it, and a way to stop it.
    await page.goto('/');
    await atHome(window);
    await page.getByRole('heading', { name: say('home_current'), exact: true }).waitFor();
    await page.getByText(shown, { exact: true }).waitFor();
    await inspect('home, parked');
    await page.getByRole('link', { name: say('parking_stop'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(say('parking_stop_text')).waitFor();
    await inspect('session, stop?');
    await dialog.getByRole('button', { name: say('parking_keep') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await button(window, 'parking_stop').click();
    await dialog.getByRole('button', { name: say('parking_stop'), exact: true }).click();
    await page.getByText(begins(window, 'parking_stopped_now', 'back')).first().waitFor();
    await page.getByText(say('parking_stopped'), { exact: true }).waitFor();
    await inspect('session, stopped');
    // A minute begun is a minute had; the rest came back.
    const [stopped] = await sessions(window);
    assert.ok(stopped.state === 'stopped' && stopped.minutes <= 3);
    assert.equal((await ask(window, 'GET', '/api/wallet')).balanceCents, 5000 - stopped.cents);
    // It ends with this minute, and home finds out by itself.
    if (size !== phone) return;
    await page.goto('/');
    await page.getByText(say('home_current_none')).waitFor({ timeout: 75_000 });
  });
}

test('three taps from home for who comes back', async (t) => {
  const { window } = await begin(t);
  const { page, say } = window;
  await fillNow(window);
  await toBook(window).click();
  await heading(window, 'parking_session').waitFor();
  await ask(window, 'POST', `/api/parking/sessions/${page.url().split('/').at(-1)}/end`, {}, { 'Idempotency-Key': crypto.randomUUID() });
  await page.goto('/');
  await atHome(window);
  // By night nothing is paid within two hours: then there is a price all the same.
  await page.route('**/api/parking/quotes', async (route) => {
    const answer = await route.fetch();
    await route.fulfill(answer.ok() ? { response: answer } : { json: { items: [{ from: new Date().toISOString(), until: new Date(Date.now() + 7_200_000).toISOString(), minutes: 120, perHourCents: 160, cents: 320 }], minutes: 120, cents: 320, balanceCents: 5000, balanceAfterCents: 4680, quota: [] } });
  });
  await page.route('**/api/parking/sessions', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"try-again","status":503,"detail":"x"}' }) : route.continue()));
  window.complaints.length = 0;
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/parking/sessions'));
  await page.getByRole('link', { name: say('parking_book') }).tap();
  assert.equal(await field(window, 'zone').inputValue(), 'haven');
  await page.locator('main [aria-pressed]').first().tap();
  await toBook(window).tap();
  assert.equal((await sent).postDataJSON().session.zone, 'haven');
  await page.getByRole('alert').waitFor();
  window.complaints.length = 0;
});

test('too little: topping up leads back to all that was filled in', async (t) => {
  const { window } = await begin(t, { cents: 0 });
  const { page, say, inspect } = window;
  const plate = await fillLater(window);
  await page.getByText(begins(window, 'parking_short', 'amount')).waitFor();
  assert.equal(await toBook(window).count(), 0);
  await inspect('booking, too little');
  await button(window, 'top_up_do').click();
  await page.getByRole('button', { name: say('top_up_pay') }).click();
  await pay(page);
  await heading(window, 'outcome_paid_title').waitFor();
  await inspect('paid, on the way to book');
  await page.getByRole('link', { name: say('outcome_then') }).click();
  await toBook(window).waitFor();
  assert.equal(await field(window, 'plate').inputValue(), plate);
  assert.equal(await field(window, 'firstDay').inputValue(), paidDay().typed);
  await toBook(window).click();
  await heading(window, 'parking_session').waitFor();
  // The booking is over: the next top-up leads nowhere in particular.
  await page.goto('/parking/book');
  await field(window, 'plate').waitFor();
  await toppedUp(window, 1000).then(({ id }) => page.goto(`/top-up/${id}`));
  await heading(window, 'outcome_paid_title').waitFor();
  assert.equal(await page.getByRole('link', { name: say('outcome_then') }).count(), 0);
});

test('a double tap, a lost answer and a reload book once', async (t) => {
  const { window } = await begin(t, { expects: [409] });
  const { page, say, inspect } = window;
  const keys = bookings(window);
  await fillLater(window);
  await toBook(window).waitFor();
  // It arrives, its answer does not.
  await page.route('**/api/parking/sessions', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await toBook(window).click();
  await page.getByRole('alert').filter({ hasText: say('ui_offline_title') }).waitFor();
  await page.getByText(say('parking_kept')).waitFor();
  await inspect('booking, no answer');
  await page.unroute('**/api/parking/sessions');
  // It finds out by itself that this is booked already, by this very intention.
  await page.reload();
  await heading(window, 'parking_session').waitFor();
  await page.getByText(begins(window, 'parking_booked', 'price')).waitFor();
  assert.equal(new Set(keys).size, 1);
  assert.equal((await sessions(window)).length, 1);

  await page.goto('/parking/book');
  await fillLater(window);
  await toBook(window).dblclick();
  await heading(window, 'parking_session').waitFor();
  assert.equal((await sessions(window)).length, 2);
  assert.equal(new Set(keys).size, 2);
});

test('refused: what happened, what is kept, what to do', async (t) => {
  const { window, citizen } = await begin(t, { expects: [409, 401] });
  const { page, say, inspect } = window;
  const plate = await fillLater(window);
  await toBook(window).waitFor();
  // The price changed meanwhile: the new one is shown, and agreed to anew.
  const refuse = (code, more) => failing(page, '**/api/parking/sessions', { status: 409, code, detail: `Geweigerd: ${code}`, method: 'POST', ...more });
  let fail = await refuse('price-changed', { field: 'agreedCents' });
  const asked = page.waitForRequest('**/api/parking/quotes', { timeout: 20_000 });
  await toBook(window).click();
  await page.getByRole('alert').getByText('Geweigerd: price-changed').waitFor();
  await asked;
  await toBook(window).waitFor();
  await inspect('booking, price changed');
  await fail.stop();
  for (const code of ['balance-too-low', 'visitor-hours-used', 'plate-already-booked']) {
    fail = await refuse(code);
    await toBook(window).click();
    await page.getByRole('alert').getByText(`Geweigerd: ${code}`).waitFor();
    assert.equal(await field(window, 'plate').inputValue(), plate);
    await fail.stop();
  }
  // The session ended: after signing in one is back, with all that was filled in.
  const other = await visit(t, { size: phone, language: window.language });
  await settle(other, { citizen });
  await other.page.evaluate(() => fetch('/api/sessions', { method: 'DELETE' }));
  await toBook(window).click();
  await page.getByRole('link', { name: say('sign_in_itsme') }).click();
  await passProvider(window, citizen);
  await toBook(window).waitFor();
  assert.equal(await field(window, 'plate').inputValue(), plate);
  await toBook(window).click();
  await heading(window, 'parking_session').waitFor();
  // Booked once more at that time: the page says so before anything is sent.
  await page.goto('/parking/book');
  await fillLater(window, plate);
  await page.locator('.no[role="status"]').waitFor();
  await inspect('booking, already booked');
});
