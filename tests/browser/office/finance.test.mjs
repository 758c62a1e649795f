// The finance office as a whole: who gets in (P-20), what the start page says,
// every state of its pages, and help on each (P-60).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, phone } from '../lib/browser.mjs';
import { looks } from '../lib/combos.mjs';
import { office, rows } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';
import { enter } from '../lib/staff.mjs';
import { languages } from '../lib/words.mjs';
import { newPayer } from './payers.mjs';

const lists = [
  ['/payments', 'payments_title', '**/api/staff/payments?*', 'payments_empty'],
  ['/refunds', 'refunds_title', '**/api/staff/refunds?*', 'refunds_empty'],
  ['/papers', 'papers_title', '**/api/staff/papers?*', 'papers_empty'],
];
const menuLink = ({ page, say }, key) => page.getByRole('navigation', { name: say('menu') }).getByRole('link', { name: say(key), exact: true });

test('a finance clerk finds all of it, a voucher clerk none', async (t) => {
  const [finance, vouchers] = [await office(t, { size: desktop }), await office(t, { size: desktop, expects: [403] })];
  await enter(finance, {});
  await enter(vouchers, { role: 'voucher-clerk' });
  await heading(vouchers, 'start_hello', { name: 'Els' }).waitFor();
  assert.equal(await vouchers.page.getByRole('heading', { name: vouchers.say('start_finance') }).count(), 0);
  for (const [path, key] of [...lists, ['/ledger-audit', 'ledger_title']]) {
    await menuLink(finance, key).click();
    await heading(finance, key).waitFor();
    assert.equal(await menuLink(vouchers, key).count(), 0, key);
    await vouchers.page.goto(path);
    await heading(vouchers, 'not_allowed_title').waitFor();
    assert.equal(await vouchers.page.evaluate(async (path) => (await fetch(path)).status, `/api/staff${path}`), 403);
  }
  await vouchers.page.goto(`/payments/${'0'.repeat(26)}`);
  await heading(vouchers, 'not_allowed_title').waitFor();
  await vouchers.inspect('payment, not allowed');
});

test('the start page says what waits, and leads there', async (t) => {
  const window = await office(t, { size: phone, expects: [503] });
  const { page, say, inspect } = window;
  const payer = await newPayer();
  await payer.pay(2000);
  await payer.payOther(600);
  await payer.askBack(500);
  await enter(window, {});
  const card = (key) => page.getByRole('region', { name: say('start_finance') }).getByRole('link', { name: say(key) });
  await card('start_parked').getByText(say('start_parked_some')).waitFor();
  await card('ledger_title').getByText(say('start_ledger_right')).waitFor();
  await inspect('start, finance');
  await card('start_asked').click();
  await heading(window, 'refunds_title').waitFor();
  await rows(window).first().waitFor();
  const fail = await failing(page, '**/api/staff/ledger-audit');
  await page.goto('/');
  await page.getByText(say('start_finance_failed')).waitFor();
  await inspect('start, finance not to be had');
  await fail.stop();
  await page.getByRole('region', { name: say('start_finance') }).getByRole('button', { name: say('ui_try_again') }).click();
  await card('ledger_title').waitFor();
});

for (const [path, key, asked, empty] of lists) {
  test(`${path} while it is fetched, not to be had, and empty`, async (t) => {
    const window = await office(t, { size: desktop, expects: [503] });
    const { page, say, inspect } = window;
    await enter(window, {});
    const hold = await held(page, asked);
    await page.goto(path);
    await heading(window, key).waitFor();
    await page.getByText(say('ui_loading')).waitFor({ state: 'attached' });
    await inspect(`${path}, being fetched`);
    hold.letGo();
    await page.getByText(say('ui_loading')).waitFor({ state: 'detached' });
    const fail = await failing(page, asked);
    await page.reload();
    await page.getByRole('alert').first().waitFor();
    await inspect(`${path}, not to be had`);
    await fail.stop();
    await page.route(asked, (route) => route.fulfill({ json: { items: [], more: false } }));
    await page.getByRole('button', { name: say('ui_try_again') }).click();
    await page.getByText(say(empty)).waitFor();
    await inspect(`${path}, empty`);
  });
}

test('one that is not there, being fetched, and a decision that did not arrive', async (t) => {
  const window = await office(t, { size: desktop, expects: [404, 503] });
  const { page, say, inspect } = window;
  const payer = await newPayer();
  const parked = await payer.payOther(900);
  await enter(window, {});
  for (const path of ['/payments', '/refunds']) {
    await page.goto(`${path}/nothing-with-this-id`);
    await page.getByRole('alert').first().waitFor();
    await inspect(`${path}, one that is not there`);
  }
  const hold = await held(page, `**/api/staff/payments/${parked.id}`);
  await page.goto(`/payments/${parked.id}`);
  await page.getByText(say('ui_loading')).waitFor({ state: 'attached' });
  await inspect('payment, being fetched');
  hold.letGo();
  const fail = await failing(page, '**/resolution');
  await page.getByRole('radio').first().check();
  await page.getByLabel(say('decide_reason'), { exact: true }).fill('Nagekeken');
  await page.getByRole('button', { name: say('decide_next'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('resolve_credit_do'), exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  await inspect('payment, crediting failed');
  await fail.stop();
  await dialog.getByRole('button', { name: say('cancel') }).click();
  assert.equal(await page.getByLabel(say('decide_reason'), { exact: true }).inputValue(), 'Nagekeken', 'nothing typed is lost');
});

test('help on each page', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  const payer = await newPayer();
  const paid = await payer.pay(300);
  await enter(window, {});
  for (const [path, name] of [['/payments', 'payments'], [`/payments/${paid.id}`, 'payment'], ['/refunds', 'refunds'], ['/papers', 'papers'], ['/ledger-audit', 'ledger']]) {
    await page.goto(path);
    await page.getByRole('button', { name: say('help'), exact: true }).click();
    const help = page.getByRole('complementary');
    await help.getByText(say(`help_${name}_1`)).waitFor();
    await help.getByText(say(`help_${name}_2`)).waitFor();
    await inspect(`help on ${name}`);
    await page.keyboard.press('Escape');
  }
});

for (const language of languages) {
  test(`payments and a decision in ${language}, in every look`, async (t) => {
    const window = await office(t, { size: desktop, language });
    const { page, inspect } = window;
    const payer = await newPayer();
    const parked = await payer.payOther(1100);
    const all = async (state) => {
      for (const look of looks) for (const width of [360, 768, 1280]) await inspect(state, { as: { look, width } });
    };
    await enter(window, {}, '/payments');
    await rows(window).first().waitFor();
    await all('payments');
    await page.goto(`/payments/${parked.id}`);
    await page.getByRole('radio').first().check();
    await all('payment, deciding');
  });
}
