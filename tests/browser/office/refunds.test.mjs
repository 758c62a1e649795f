// What residents ask back (W-17): approved, refused with a reason, several at
// once, and what the provider could not send.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, nameOf, phone, sizes } from '../lib/browser.mjs';
import { office, rowOf, rows } from '../lib/office.mjs';
import { enter } from '../lib/staff.mjs';
import { until } from '../lib/until.mjs';
import { newPayer, otherClerk } from './payers.mjs';

const next = ({ page, say }) => page.getByRole('button', { name: say('decide_next'), exact: true }).click();
const pick = ({ page, say }, key) => page.getByLabel(say(key), { exact: true }).check();
const confirm = ({ page, say }, key) => page.getByRole('dialog').getByRole('button', { name: say(key), exact: true });

async function asked(...amounts) {
  const payer = await newPayer();
  await payer.pay(10_000);
  const refunds = [];
  for (const amount of amounts) refunds.push(await payer.askBack(amount));
  const { person } = await (await otherClerk()).refund(refunds[0].id);
  return { payer, refunds, person };
}

for (const size of sizes) {
  test(`asked, approved, sent (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect } = window;
    const { refunds: [refund], person } = await asked(1200);
    await enter(window, {}, '/refunds');
    await rowOf(window, person).waitFor();
    await page.getByText(say('refunds_asked_text')).waitFor();
    await inspect('refunds');
    await page.getByRole('link', { name: say('refunds_asked_show') }).click();
    await page.waitForURL((url) => url.searchParams.get('state') === 'asked');
    await rowOf(window, person).getByRole('link').click();
    await page.getByText(say('parts_none')).waitFor();
    await inspect('refund, asked');
    await next(window);
    await page.getByRole('link', { name: say('decide_missing') }).waitFor();
    await inspect('refund, nothing chosen');
    await pick(window, 'refund_approve');
    await next(window);
    await confirm(window, 'refund_approve').waitFor();
    await inspect('refund, asked whether to approve');
    await confirm(window, 'refund_approve').dblclick();
    await page.getByText(say('refund_approved_done')).waitFor();
    await inspect('refund, approved');
    const clerk = await otherClerk();
    await until('a refund on its way', async () => ['sending', 'paid'].includes((await clerk.refund(refund.id)).state));
    await page.reload();
    await page.getByText(say('part_sent'), { exact: true }).or(page.getByText(say('part_paid'), { exact: true })).first().waitFor();
    await inspect('refund, on its way');
  });
}

test('refused, with a reason that the resident reads', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  const { payer, refunds: [refund] } = await asked(2500);
  assert.equal(await payer.balance_cents(), 7500);
  await enter(window, { role: 'admin' }, `/refunds/${refund.id}`);
  await pick(window, 'refund_refuse');
  await next(window);
  await page.getByRole('link', { name: say('decide_reason_missing') }).waitFor();
  await inspect('refund, no reason given');
  await page.getByLabel(say('decide_reason'), { exact: true }).fill('Er loopt nog een\nparkeersessie');
  await next(window);
  await confirm(window, 'refund_refuse').dblclick();
  await page.getByText(say('refund_refused_done')).waitFor();
  await inspect('refund, refused');
  assert.equal(await payer.balance_cents(), 10_000, 'it is in the wallet again');
  const { refunds } = await payer.ask('GET', '/api/wallet');
  assert.equal(refunds.find(({ id }) => id === refund.id)?.reason, 'Er loopt nog een parkeersessie');
  await page.getByRole('link', { name: say('staff_audit') }).click();
  await rows(window).filter({ hasText: say('act_refund_refused') }).waitFor();
});

test('decided meanwhile by somebody else', async (t) => {
  const window = await office(t, { size: desktop, expects: [409] });
  const { page, say, inspect } = window;
  const { payer, refunds: [refund] } = await asked(900);
  await enter(window, {}, `/refunds/${refund.id}`);
  await pick(window, 'refund_approve');
  await next(window);
  await (await otherClerk()).decide(refund.id, 'refuse', 'Op vraag van de inwoner');
  await confirm(window, 'refund_approve').click();
  await page.getByText(say('refund_meanwhile')).waitFor();
  await page.getByText('Op vraag van de inwoner').waitFor();
  await inspect('refund, decided meanwhile');
  assert.equal(await payer.balance_cents(), 10_000);
});

test('several approved at once, and an honest sum of it', async (t) => {
  const window = await office(t, { size: desktop, expects: [409] });
  const { page, say, inspect } = window;
  const { refunds, person } = await asked(100, 200, 300, 400);
  const clerk = await otherClerk();
  await clerk.decide(refunds[0].id, 'refuse', 'Vooraf');
  await enter(window, {}, '/refunds?limit=50');
  const ours = rowOf(window, person);
  await ours.nth(3).waitFor();
  for (const row of await ours.all()) await row.getByRole('checkbox').check();
  await page.getByText(say('ui_table_selected', { count: 4 })).last().waitFor();
  await inspect('refunds, four selected');
  await page.getByRole('group', { name: say('ui_table_selection') }).getByRole('button', { name: say('refund_approve') }).click();
  await page.getByRole('dialog').getByText(say('approve_skips', { count: 1 })).waitFor();
  await inspect('refunds, asked whether to approve');
  // Another clerk is faster with one of them, after the list was fetched.
  await clerk.decide(refunds[1].id, 'refuse', 'Intussen');
  let letGo;
  const open = new Promise((go) => (letGo = go));
  await page.route('**/decision', async (route) => {
    await open;
    await route.continue();
  });
  await confirm(window, 'refund_approve').dblclick();
  await page.getByRole('progressbar').waitFor();
  await page.getByText(say('approving', { done: 0, of: 3 })).waitFor();
  await inspect('refunds, being approved');
  letGo();
  await page.getByText(say('outcome_failed', { count: 1 })).waitFor();
  await page.getByText(say('outcome_done', { count: 2 })).waitFor();
  await page.getByText(say('outcome_skipped', { count: 1 })).waitFor();
  await inspect('refunds, two approved');
  for (const [index, states] of [['refused'], ['refused'], ['approved', 'sending', 'paid'], ['approved', 'sending', 'paid']].entries()) {
    assert.ok(states.includes((await clerk.refund(refunds[index].id)).state), `the ${index}th`);
  }
});

test('approving several can be stopped', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  const { refunds, person } = await asked(150, 250);
  await enter(window, {}, '/refunds?state=asked&limit=50');
  const ours = rowOf(window, person);
  await ours.nth(1).waitFor();
  for (const row of await ours.all()) await row.getByRole('checkbox').check();
  await page.getByRole('group', { name: say('ui_table_selection') }).getByRole('button', { name: say('refund_approve') }).click();
  let letGo;
  const open = new Promise((go) => (letGo = go));
  await page.route('**/decision', async (route) => {
    await open;
    await route.continue();
  });
  await confirm(window, 'refund_approve').click();
  await page.getByRole('button', { name: say('progress_stop'), exact: true }).click();
  await inspect('refunds, being stopped');
  letGo();
  await page.getByText(say('outcome_skipped', { count: 1 })).waitFor();
  const clerk = await otherClerk();
  const states = await Promise.all(refunds.map(async ({ id }) => (await clerk.refund(id)).state));
  assert.equal(states.filter((state) => state === 'asked').length, 1, states.join());
});

// The provider refuses a refund days later; so as not to wait, the API's answer is dressed up.
test('what is stuck: sent again, or paid by hand', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  const { payer, refunds: [refund] } = await asked(3000);
  const real = await (await otherClerk()).refund(refund.id);
  const payment = await payer.pay(100);
  const part = (amountCents, state) => ({ payment: payment.id, paymentReference: payment.reference, amountCents, state });
  const stuck = { ...real, state: 'stuck', parts: [part(1000, 'paid'), part(2000, 'released')] };
  const sent = [];
  await page.route(`**/api/staff/refunds/${refund.id}`, (route) => route.fulfill({ json: stuck }));
  await page.route('**/api/staff/refunds?*', (route) => route.fulfill({ json: { items: [stuck], more: false } }));
  await page.route('**/decision', (route) => {
    sent.push(route.request().postDataJSON());
    return route.fulfill({ json: { ...stuck, state: sent.length === 1 ? 'sending' : 'paid' } });
  });
  await enter(window, {}, '/refunds');
  await page.getByText(say('refunds_stuck_text')).waitFor();
  await inspect('refunds, one stuck');
  await page.getByRole('link', { name: say('refunds_stuck_show') }).click();
  await rows(window).first().getByRole('link').click();
  await page.getByText(say('refund_stuck_means')).waitFor();
  await inspect('refund, stuck');
  await pick(window, 'refund_again');
  await next(window);
  await confirm(window, 'refund_again').waitFor();
  await inspect('refund, asked whether to send again');
  await confirm(window, 'refund_again').click();
  await page.getByText(say('refund_again_done')).waitFor();
  await page.reload();
  // What is left, not what was asked: 20 of 30 euros.
  await page.getByRole('radio', { name: /20[.,]00/ }).check();
  await page.getByLabel(say('decide_reason'), { exact: true }).fill('Overschrijving van 21/11');
  await next(window);
  await confirm(window, 'refund_by_hand').click();
  await page.getByText(say('refund_by_hand_done')).waitFor();
  await inspect('refund, paid by hand');
  const { version } = real;
  assert.deepEqual(sent, [{ version, decision: 'try-again' }, { version, decision: 'paid-by-hand', reason: 'Overschrijving van 21/11' }]);
});
