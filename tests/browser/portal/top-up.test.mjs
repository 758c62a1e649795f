// Money comes in (W-10 to W-13): a resident orders, pays at the provider's page
// and comes back, or doesn't, or twice. Nothing typed is lost, and nothing is
// ordered twice (P-51).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { nameOf, nextLanguage, phone, sizes, visit } from '../lib/browser.mjs';
import { ask, atPaymentPage, cancel, pay, step } from '../lib/payments.mjs';
import { heading, passProvider, settle } from '../lib/resident.mjs';
import { failing, held } from '../lib/routes.mjs';

const amountField = ({ page }) => page.locator('#field-amountCents');
const toPay = ({ page, say }) => page.getByRole('button', { name: say('top_up_pay') });
const balance = async (window) => (await ask(window, 'GET', '/api/wallet')).balanceCents;
const amounts = (cents) => new RegExp(String(cents / 100).replace('.', '[.,]'));

/** Signed in, on the page where one says how much. */
async function begin(t, more = {}) {
  const window = await visit(t, { size: phone, language: nextLanguage(), ...more });
  const citizen = await settle(window);
  await window.page.goto('/top-up');
  await toPay(window).waitFor();
  return { window, citizen };
}

/** The keys under which something was ordered in this window: as many orders as there are different ones. */
function orders({ page }) {
  const keys = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/wallet/top-ups')) keys.push(request.headers()['idempotency-key']);
  });
  return keys;
}

const summary = ({ page, say }) => page.getByRole('alert').filter({ has: page.getByRole('heading', { name: say('ui_error_summary_title') }) });

for (const size of sizes) {
  test(`topping up, and the balance at once (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { size, language: nextLanguage() });
    const { page, say, inspect } = window;
    await settle(window);
    await page.getByRole('link', { name: say('top_up_do'), exact: true }).click();
    await heading(window, 'top_up_title').waitFor();
    await toPay(window).waitFor();
    await inspect('top-up');
    // Nothing is wrong while typing, only once sent.
    await amountField(window).fill('twintig');
    assert.equal(await page.locator('[aria-invalid]').count(), 0);
    await toPay(window).click();
    await summary(window).getByText(say('amount_not_valid')).waitFor();
    assert.ok(await summary(window).evaluate((box) => box === document.activeElement), 'the summary has focus');
    await inspect('top-up, no amount');
    for (const wrong of ['', '0,01', '500,01']) {
      await amountField(window).fill(wrong);
      await toPay(window).click();
      await summary(window).getByRole('link').first().waitFor();
      assert.equal(await amountField(window).inputValue(), wrong);
    }
    await summary(window).getByRole('link').click();
    assert.ok(await amountField(window).evaluate((field) => field === document.activeElement), 'the link leads to the field');

    // A quick choice fills it in, and what it makes of the balance is said.
    await page.getByRole('button', { name: /25/ }).click();
    assert.equal(await amountField(window).inputValue(), '25');
    await page.getByText(amounts(2500)).last().waitFor();
    await page.locator('[role="status"][aria-live="polite"]', { hasText: say('top_up_after') }).waitFor({ state: 'attached' });
    await amountField(window).fill('€ 12,50');
    await inspect('top-up, an amount');
    await toPay(window).click();
    await atPaymentPage(page);
    await page.getByText(/12[.,]50/).first().waitFor();
    await pay(page);

    await heading(window, 'outcome_paid_title').waitFor();
    // What the provider put into the address does not stay there.
    await page.waitForURL((url) => /^\/top-up\/[^/]+$/.test(url.pathname) && url.search === '');
    await page.getByText(/12[.,]50/).first().waitFor();
    await inspect('paid');
    // The receipt is made after the money came: the page finds it by itself.
    const receipt = page.getByRole('button', { name: say('paper_receipt') });
    await receipt.waitFor({ timeout: 60_000 });
    const [file] = await Promise.all([page.waitForEvent('download'), receipt.click()]);
    assert.match(file.suggestedFilename(), /\.pdf$/);
    assert.equal((await readFile(await file.path())).subarray(0, 5).toString(), '%PDF-');
    await heading(window, 'outcome_paid_title').waitFor();
    await inspect('paid, with a receipt');
    await page.getByRole('link', { name: say('to_wallet') }).click();
    await heading(window, 'wallet_title').waitFor();
    await page.getByRole('table').getByText(/12[.,]50/).waitFor();
    await inspect('wallet');
    // Home shows it without being asked again.
    await page.getByRole('link', { name: say('tab_home'), exact: true }).click();
    await page.getByText(say('home_internal_id'), { exact: true }).waitFor();
    await page.getByText(/12[.,]50/).waitFor();
    assert.equal(await balance(window), 1250);
    // The next one begins empty.
    await page.goto('/top-up');
    await toPay(window).waitFor();
    assert.equal(await amountField(window).inputValue(), '');
  });
}

test('cancelled: what was typed serves again, under another order', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  const keys = orders(window);
  await amountField(window).fill('20');
  await toPay(window).click();
  await cancel(page);
  await heading(window, 'outcome_cancelled_title').waitFor();
  await inspect('cancelled');
  await page.getByRole('link', { name: say('ui_try_again') }).click();
  await toPay(window).waitFor();
  assert.equal(await amountField(window).inputValue(), '20');
  await toPay(window).click();
  await pay(page);
  await heading(window, 'outcome_paid_title').waitFor();
  assert.equal(new Set(keys).size, 2);
  assert.equal(await balance(window), 2000);
});

test('refused by the bank, and again, and paid at last', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  await amountField(window).fill('7,5');
  await toPay(window).click();
  await pay(page, 'refused');
  await heading(window, 'outcome_failed_title').waitFor();
  await inspect('failed');
  assert.equal(await balance(window), 0);
  await page.getByRole('link', { name: say('ui_try_again') }).click();
  await toPay(window).waitFor();
  await toPay(window).click();
  await pay(page);
  await heading(window, 'outcome_paid_title').waitFor();
  assert.equal(await balance(window), 750);
});

test('pending, then settled: the page finds out by itself', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  await amountField(window).fill('30');
  await toPay(window).click();
  await pay(page, 'pending');
  await heading(window, 'outcome_pending_title').waitFor();
  await inspect('pending');
  const { reference } = await ask(window, 'GET', `/api/wallet/top-ups/${page.url().split('/').at(-1)}`);
  // Meanwhile the wallet and the next top-up tell of it.
  const other = await page.context().newPage();
  await other.goto('/wallet');
  await other.getByRole('heading', { name: say('news_title') }).waitFor();
  await other.goto('/top-up');
  await other.getByText(say('former_pending')).waitFor();
  await other.close();
  await page.bringToFront();
  await step('settle', reference);
  await heading(window, 'outcome_paid_title').waitFor({ timeout: 40_000 });
  assert.equal(await balance(window), 3000);
});

test('a double tap, a lost answer and a reload order once', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  const keys = orders(window);
  await amountField(window).fill('15');
  await page.reload();
  await toPay(window).waitFor();
  assert.equal(await amountField(window).inputValue(), '15');
  // The order arrives, its answer does not.
  await page.route('**/api/wallet/top-ups', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await toPay(window).click();
  await page.getByRole('alert').filter({ hasText: say('ui_offline_title') }).waitFor();
  await page.getByText(say('top_up_problem_kept')).waitFor();
  await inspect('top-up, no answer');
  await page.unroute('**/api/wallet/top-ups');
  await page.reload();
  await toPay(window).waitFor();
  await toPay(window).dblclick();
  await atPaymentPage(page);
  assert.equal(keys.length, 2, 'once before the reload, once by the double tap');
  assert.equal(new Set(keys).size, 1);
  await page.reload();
  await pay(page);
  await heading(window, 'outcome_paid_title').waitFor();
  await page.reload();
  await heading(window, 'outcome_paid_title').waitFor();
  assert.equal(await balance(window), 1500);
  assert.equal((await ask(window, 'GET', '/api/wallet/transactions')).count, 1);
});

test('back by the browser’s own button: the same order, unless another amount is chosen', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  const keys = orders(window);
  await amountField(window).fill('40');
  await toPay(window).click();
  await atPaymentPage(page);
  const first = page.url();
  await page.goBack();
  await page.getByText(say('former_open')).waitFor();
  assert.equal(await amountField(window).inputValue(), '40');
  await inspect('top-up, begun before');
  await toPay(window).click();
  await atPaymentPage(page);
  assert.equal(page.url(), first);
  await page.goBack();
  await page.getByText(say('former_open')).waitFor();
  await page.getByRole('link', { name: say('news_look') }).click();
  await heading(window, 'outcome_open_title').waitFor();
  await inspect('not paid yet');
  assert.equal(await page.getByRole('link', { name: say('outcome_pay_on') }).getAttribute('href'), first);
  await page.goto('/top-up');
  await toPay(window).waitFor();
  await amountField(window).fill('41');
  await toPay(window).click();
  await atPaymentPage(page);
  assert.notEqual(page.url(), first);
  assert.equal(new Set(keys).size, 2);
});

test('ended meanwhile: said, and then it is another payment', async (t) => {
  const { window } = await begin(t, { expects: [409] });
  const { page, say, inspect } = window;
  const keys = orders(window);
  await amountField(window).fill('23');
  await toPay(window).click();
  await atPaymentPage(page);
  const first = page.url();
  await page.goBack();
  await page.getByText(say('former_open')).waitFor();
  // In another window it is broken off, and this page doesn't know.
  await fetch(first, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ do: 'cancel' }) });
  const former = await page.getByRole('link', { name: say('news_look') }).getAttribute('href');
  assert.equal((await ask(window, 'POST', `/api/wallet${former.replace('/top-up/', '/top-ups/')}/outcome`, {})).state, 'cancelled');
  await toPay(window).click();
  await page.getByText(say('top_up_problem_kept')).waitFor();
  assert.equal(await amountField(window).inputValue(), '23');
  await inspect('top-up, ended meanwhile');
  await toPay(window).click();
  await atPaymentPage(page);
  assert.notEqual(page.url(), first);
  assert.equal(new Set(keys).size, 2);
});

test('paid, and back to the form without coming by the outcome', async (t) => {
  const { window } = await begin(t);
  const { page, say, inspect } = window;
  await amountField(window).fill('22');
  await toPay(window).click();
  await atPaymentPage(page);
  const form = new URLSearchParams({ do: 'pay', outcome: 'paid' });
  assert.equal((await fetch(page.url(), { method: 'POST', redirect: 'manual', body: form })).status, 303);
  await page.goto('/top-up');
  await page.getByText(say('former_paid')).waitFor();
  assert.equal(await amountField(window).inputValue(), '');
  await inspect('top-up, paid before');
  assert.equal(await balance(window), 2200);
});

test('the payment provider down: said, kept, and gone on with', async (t) => {
  const { window } = await begin(t, { expects: [503] });
  const { page, say, inspect } = window;
  const fail = await failing(page, '**/api/wallet/top-ups', { code: 'payment-provider-down' });
  await amountField(window).fill('18');
  await toPay(window).click();
  await page.getByText(say('top_up_problem_kept')).waitFor();
  await inspect('top-up, provider down');
  await fail.stop();
  await toPay(window).click();
  await pay(page);
  await heading(window, 'outcome_paid_title').waitFor();
});

test('the session ended on the way: after signing in one is back', async (t) => {
  const { window, citizen } = await begin(t);
  const { page, say } = window;
  await amountField(window).fill('11');
  await toPay(window).click();
  await atPaymentPage(page);
  const other = await visit(t, { size: phone, language: window.language });
  await settle(other, { citizen });
  await other.page.evaluate(() => fetch('/api/sessions', { method: 'DELETE' }));
  await pay(page);
  await page.getByRole('link', { name: say('sign_in_itsme') }).click();
  await passProvider(window, citizen);
  await heading(window, 'outcome_paid_title').waitFor();
  assert.equal(await balance(window), 1100);
});

test('an invoice for a company', async (t) => {
  const { window } = await begin(t, { expects: [400] });
  const { page, say, inspect } = window;
  await amountField(window).fill('50');
  await page.getByRole('radio', { name: say('paper_invoice') }).check();
  await toPay(window).click();
  await summary(window).getByRole('link', { name: say('company_vat_required') }).waitFor();
  assert.equal(await summary(window).getByRole('link').count(), 5);
  await inspect('top-up, company missing');
  const fill = (key, value) => page.getByLabel(say(key), { exact: true }).fill(value);
  await fill('company_name', 'Bakkerij Peeters');
  await fill('company_vat', 'BE 0123.456.748');
  await fill('company_street', 'Vismarkt 3');
  await fill('company_postcode', '9999');
  await fill('company_town', 'Noorderhaven');
  await toPay(window).click();
  // What only the server knows stands at its field too.
  await summary(window).getByRole('link').nth(1).waitFor({ state: 'detached' });
  await summary(window).getByRole('link').click();
  const vat = page.getByLabel(say('company_vat'), { exact: true });
  assert.ok(await vat.evaluate((field) => field === document.activeElement), 'the link leads to the number');
  await inspect('top-up, no VAT number');
  await page.reload();
  await toPay(window).waitFor();
  assert.equal(await vat.inputValue(), 'BE 0123.456.748');
  // A Belgian number is known without its letters.
  await vat.fill('0123.456.749');
  await toPay(window).click();
  await pay(page);
  await heading(window, 'outcome_paid_title').waitFor();
  await page.getByRole('button', { name: say('paper_invoice') }).waitFor({ timeout: 60_000 });
  await page.goto('/wallet/transactions');
  const invoice = page.getByRole('button', { name: say('paper_invoice') });
  const [file] = await Promise.all([page.waitForEvent('download'), invoice.click()]);
  assert.match(file.suggestedFilename(), /\.pdf$/);
  const [forPrograms] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `${say('paper_ubl')} ${say('paper_ubl_for')}` }).click()]);
  assert.match(forPrograms.suggestedFilename(), /\.xml$/);
});

test('what else can become of a payment', async (t) => {
  const { window } = await begin(t, { expects: [404, 503] });
  const { page, say, inspect } = window;
  await page.goto('/top-up/0000000000000000000000aaaa');
  await page.getByRole('alert').waitFor();
  await inspect('no such payment');
  const shown = { id: 'x', reference: 'K0J7', amountCents: 2000, balanceCents: 500, paper: 'receipt', paperReady: false, fresh: true };
  for (const [key, answer] of [
    ['expired', { state: 'expired' }],
    ['checking', { state: 'checking' }],
    ['closed', { state: 'closed' }],
    ['unknown', { state: 'pending', fresh: false }],
    ['paid', { state: 'paid', paperReady: true }],
  ]) {
    await page.route('**/api/wallet/top-ups/**', (route) => route.fulfill({ json: { ...shown, ...answer } }));
    await page.goto('/top-up/x');
    await heading(window, `outcome_${key}_title`).waitFor();
    await inspect(`outcome ${key}`);
    await page.unroute('**/api/wallet/top-ups/**');
  }
  // Not to be known right now, and then it is.
  const fail = await failing(page, '**/api/wallet/top-ups/x/outcome');
  await page.goto('/top-up/x');
  await page.getByText(say('outcome_problem')).waitFor();
  await inspect('outcome, not to be had');
  await fail.stop();
  await page.route('**/api/wallet/top-ups/**', (route) => route.fulfill({ json: { ...shown, state: 'paid', paperReady: true } }));
  await heading(window, 'outcome_paid_title').waitFor();
  await page.unroute('**/api/wallet/top-ups/**');
  const hold = await held(page, '**/api/wallet/top-ups/**');
  await page.goto('/top-up/y');
  await heading(window, 'outcome_title').waitFor();
  await inspect('outcome, being asked');
  hold.letGo();
});

test('a town that takes no payments online says where one can', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  await settle(window);
  await page.route('**/api/wallet', async (route) => {
    const wallet = await (await route.fetch()).json();
    await route.fulfill({ json: { ...wallet, topUp: { ...wallet.topUp, offered: false } } });
  });
  await page.goto('/top-up');
  await page.getByText(say('top_up_not_offered_title')).waitFor();
  await inspect('top-up, not offered');
});
