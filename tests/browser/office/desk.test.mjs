// The desk (P-63): somebody without a phone, their identity card, cash, a place
// to park, and a paper to take home.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nameOf, phone, sizes, visit } from '../lib/browser.mjs';
import { newCitizen } from '../lib/citizens.mjs';
import { focusIsOn, tabTo } from '../lib/keyboard.mjs';
import { office, rowOf, rows } from '../lib/office.mjs';
import { field, newPlate, paidDay } from '../lib/parking.mjs';
import { arrive, atHome, heading } from '../lib/resident.mjs';
import { enter } from '../lib/staff.mjs';

const clerk = { role: 'voucher-clerk' };
const button = ({ page, say }, key, params) => page.getByRole('button', { name: say(key, params), exact: true });
const link = ({ page, say }, key, params) => page.getByRole('link', { name: say(key, params), exact: true });
/** The field's id has a dot where the API's name has one. */
const fill = ({ page }, name, text) => page.locator(`[id="field-${name}"]`).fill(text);

async function ask(window, number, key = 'desk_open') {
  await fill(window, 'nationalNumber', number);
  await fill(window, 'reason', 'staat aan de balie');
  await button(window, key).click();
}

/** A resident made from the card, with the visit begun. */
async function made(window, citizen) {
  await enter(window, clerk, '/desk/new');
  await copy(window, citizen);
  await window.page.getByLabel(window.say('desk_new_agrees'), { exact: true }).check();
  await button(window, 'desk_new_go').click();
  await named(window, citizen).waitFor();
}

async function copy(window, { nationalNumber, firstName, lastName, address }) {
  await fill(window, 'nationalNumber', nationalNumber);
  await fill(window, 'firstName', firstName);
  await fill(window, 'lastName', lastName);
  await fill(window, 'address.street', address.street);
  await fill(window, 'address.number', address.number);
  await fill(window, 'address.postcode', address.postcode);
  await fill(window, 'address.town', address.town);
  await fill(window, 'reason', 'heeft geen telefoon');
}

const named = ({ page }, { firstName, lastName }) => page.getByRole('heading', { level: 1, name: `${firstName} ${lastName}`, exact: true });

async function takeCash(window, amount) {
  await link(window, 'desk_top_up').click();
  await heading(window, 'desk_top_up').waitFor();
  await fill(window, 'amountCents', amount);
  await window.page.getByRole('radio', { name: window.say('desk_cash'), exact: true }).check();
}

/** On a paid day, from ten to eleven. */
async function fillLater(window, plate) {
  const { page, say } = window;
  await field(window, 'plate').fill(plate);
  await page.getByRole('radio', { name: say('desk_begin_later'), exact: true }).check();
  await field(window, 'firstDay').fill(paidDay().typed);
  await field(window, 'fromTime').fill('10u');
  await field(window, 'untilTime').fill('11:00');
}

for (const size of sizes) {
  test(`somebody without a phone: made, topped up, booked, put right, cancelled, printed (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size, expects: [403, 404, 409] });
    const { page, say, inspect } = window;
    const citizen = await newCitizen();
    await enter(window, clerk, '/desk');
    await button(window, 'desk_open').waitFor();
    await inspect('desk');
    await button(window, 'desk_open').click();
    await page.getByRole('link', { name: say('desk_number_missing') }).waitFor();
    await inspect('desk, nothing filled in');
    await ask(window, citizen.nationalNumber);
    await page.getByRole('alert').first().waitFor();
    await inspect('desk, no account yet');
    await link(window, 'desk_new').click();
    await heading(window, 'desk_new').waitFor();
    assert.equal(await field(window, 'nationalNumber').inputValue(), citizen.nationalNumber, 'it need not be typed again');
    assert.ok(!page.url().includes(citizen.nationalNumber));
    await inspect('new resident');
    await copy(window, citizen);
    await button(window, 'desk_new_go').click();
    await page.getByRole('link', { name: say('desk_new_agrees_missing') }).waitFor();
    await inspect('new resident, not agreed');
    await page.getByLabel(say('desk_new_agrees'), { exact: true }).check();
    await button(window, 'desk_new_go').dblclick();
    await named(window, citizen).waitFor();
    await page.getByText(say('desk_sessions_none')).waitFor();
    await inspect('resident at the desk');
    assert.ok(!(await page.content()).includes(citizen.nationalNumber), 'masked');

    await takeCash(window, '20');
    await fill(window, 'given', '50');
    await page.getByText('30,00').or(page.getByText('30.00')).first().waitFor();
    await inspect('topping up at the desk');
    await page.locator('form button[type="submit"]').dblclick();
    await named(window, citizen).waitFor();
    await page.getByText('20,00').or(page.getByText('20.00')).first().waitFor();
    await inspect('resident at the desk, topped up');

    const [wrong, right] = [newPlate(), newPlate()];
    await link(window, 'desk_book').click();
    await heading(window, 'desk_book').waitFor();
    await inspect('booking at the desk');
    await fillLater(window, wrong);
    await button(window, 'desk_quote').click();
    await page.getByText(say('desk_quote_total'), { exact: true }).waitFor();
    await inspect('booking at the desk, with its price');
    await page.locator('form button[type="submit"]').dblclick();
    await rowOf(window, wrong).waitFor();
    assert.equal(await rows(window).count(), 1, 'once');
    await inspect('resident at the desk, with a session');

    const doing = (key, plate) => rowOf(window, plate).getByRole('button', { name: new RegExp(`^${say(key)}`) }).click();
    await doing('desk_correct', wrong);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await inspect('putting a plate right');
    await dialog.locator('[name="plate"]').fill(right);
    await dialog.locator('[name="reason"]').fill('verkeerd getypt');
    await dialog.locator('button[type="submit"]').click();
    await rowOf(window, right).waitFor();
    await doing('desk_extend', right);
    await dialog.locator('[name="until"]').fill('12:00');
    await dialog.locator('button[type="submit"]').click();
    await dialog.getByRole('button', { name: new RegExp(say('desk_extend_go', { amount: '.*' })) }).waitFor();
    await inspect('extending, with its price');
    await dialog.locator('button[type="submit"]').click();
    await dialog.waitFor({ state: 'hidden' });
    await doing('desk_end', right);
    await dialog.locator('button[type="submit"]').click();
    await dialog.getByText(say('decide_reason_missing')).first().waitFor();
    await inspect('cancelling, without a reason');
    await dialog.locator('[name="reason"]').fill('gaat niet door');
    await dialog.locator('button[type="submit"]').click();
    await rowOf(window, say('desk_state_cancelled')).waitFor();
    await inspect('resident at the desk, cancelled');

    const [paper] = await Promise.all([page.waitForEvent('download'), button(window, 'desk_print').click()]);
    assert.equal(paper.suggestedFilename(), `${say('desk_print_name')}.pdf`);
    await button(window, 'desk_close').click();
    await page.getByText(say('desk_closed')).waitFor();
    await inspect('desk, closed');
    await page.goBack();
    await heading(window, 'desk_left_over').waitFor();
    assert.ok(!(await page.content()).includes(citizen.lastName), 'nothing stays on the screen');
  });
}

test('the same resident, when they sign in themselves; and they see who looked', async (t) => {
  const window = await office(t, { size: desktop });
  const citizen = await newCitizen();
  await made(window, citizen);
  await takeCash(window, '15');
  await window.page.locator('form button[type="submit"]').click();
  await named(window, citizen).waitFor();
  const portal = await visit(t, { size: phone, language: window.language });
  await arrive(portal, { citizen, provider: 'eid' });
  await atHome(portal);
  await portal.page.getByText('15,00').or(portal.page.getByText('15.00')).first().waitFor();
  const held = await portal.page.evaluate(async () => (await fetch('/api/profile/data')).json());
  assert.deepEqual(held.staff.map(({ action }) => action), ['desk.topped-up', 'desk.resident-made']);
});

test('too much taken is asked back, once', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  const citizen = await newCitizen();
  await made(window, citizen);
  await link(window, 'desk_refund').click();
  await page.getByText(say('desk_refund_nothing')).waitFor();
  await inspect('asking back at the desk, nothing there');
  await link(window, 'desk_resident').click();
  await takeCash(window, '200');
  await page.locator('form button[type="submit"]').click();
  await named(window, citizen).waitFor();
  await link(window, 'desk_refund').click();
  const amount = page.locator('#field-amountCents');
  await amount.waitFor();
  assert.match(await amount.inputValue(), /^200/, 'all of it, unless one says otherwise');
  await inspect('asking back at the desk');
  await amount.fill('200,01');
  await page.locator('form button[type="submit"]').click();
  await focusIsOn(page, page.getByRole('alert').first());
  await inspect('asking back at the desk, too much');
  await amount.fill('180');
  await page.locator('form button[type="submit"]').dblclick();
  await page.getByRole('status').filter({ hasText: /180[,.]00/ }).waitFor();
  await page.getByText('20,00').or(page.getByText('20.00')).first().waitFor();
  await inspect('resident at the desk, asked back');
});

test('visitors at the address on the card, as a series; too dear without enough on the balance', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  const citizen = await newCitizen();
  await made(window, citizen);
  await link(window, 'desk_book').click();
  await page.getByRole('radio', { name: say('desk_for_visitor'), exact: true }).check();
  await field(window, 'plate').fill(newPlate());
  await page.getByRole('radio', { name: say('desk_begin_series'), exact: true }).check();
  await page.locator('input[name="weekdays"]').first().waitFor();
  await button(window, 'desk_quote').click();
  await page.getByRole('link', { name: say('desk_weekdays_missing') }).waitFor();
  await inspect('booking a series at the desk, no days chosen');
  for (const day of [1, 2, 3, 4, 5]) await page.locator(`input[name="weekdays"][value="${day}"]`).check();
  const { iso } = paidDay();
  const last = new Date(Date.parse(iso) + 9 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
  await field(window, 'firstDay').fill(paidDay().typed);
  await field(window, 'lastDay').fill(last);
  await field(window, 'fromTime').fill('10:00');
  await field(window, 'untilTime').fill('12:00');
  await button(window, 'desk_quote').click();
  await page.getByText(say('desk_quote_count'), { exact: true }).waitFor();
  await link(window, 'desk_top_up').waitFor();
  await inspect('booking a series at the desk, too little on the balance');
});

test('without a visit there is nothing to see, and other roles have no desk', async (t) => {
  const window = await office(t, { size: desktop, expects: [403] });
  const { page, say, inspect } = window;
  await enter(window, clerk, '/desk/aaaaaaaaaaaaaaaaaaaaaaaaaa');
  await heading(window, 'desk_left_over').waitFor();
  await inspect('resident at the desk, without a visit');
  const finance = await office(t, { size: desktop });
  await enter(finance, {}, '/desk');
  await heading(finance, 'not_allowed_title').waitFor();
});

test('by keyboard alone', async (t) => {
  const window = await office(t, { size: desktop, expects: [404] });
  const { page, say } = window;
  await enter(window, clerk, '/desk');
  await heading(window, 'desk_title').waitFor();
  await tabTo(page, page.getByLabel(say('desk_number'), { exact: true }));
  await page.keyboard.type((await newCitizen()).nationalNumber);
  await tabTo(page, page.getByLabel(say('desk_reason'), { exact: true }));
  await page.keyboard.type('heeft geen telefoon');
  await page.keyboard.press('Enter');
  await focusIsOn(page, page.getByRole('alert').first());
  await tabTo(page, link(window, 'desk_new'));
  await page.keyboard.press('Enter');
  await focusIsOn(page, heading(window, 'desk_new'));
});
