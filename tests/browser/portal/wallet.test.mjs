// The balance, what is on its way, and asking back what is left (W-1, W-17).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, nextLanguage, phone, sizes, visit } from '../lib/browser.mjs';
import { focusIsOn } from '../lib/keyboard.mjs';
import { ask, step, toppedUp } from '../lib/payments.mjs';
import { heading, settle } from '../lib/resident.mjs';
import { failing } from '../lib/routes.mjs';

const wallet = async (window) => {
  await window.page.goto('/wallet');
  await window.page.getByText(window.say('transactions_newest')).first().waitFor();
};

test('a wallet with nothing in it says what to do', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  await settle(window);
  await page.getByRole('link', { name: say('tab_wallet'), exact: true }).click();
  await heading(window, 'wallet_title').waitFor();
  await page.getByText(say('transactions_none')).waitFor();
  await inspect('wallet, empty');
  assert.equal(await page.getByRole('link', { name: say('refund_title') }).count(), 0);
  await page.goto('/wallet/transactions');
  await page.getByText(say('transactions_none')).waitFor();
  await inspect('transactions, none');
  await page.goto('/wallet/refund');
  await page.getByText(say('refund_nothing')).waitFor();
  await inspect('refund, nothing to ask back');
});

test('what is on its way is told, and leads to where one sees more', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  await settle(window);
  await toppedUp(window, 1000, { outcome: 'open' });
  const pending = await toppedUp(window, 3000, { outcome: 'pending' });
  await wallet(window);
  await page.getByRole('heading', { name: say('news_title') }).waitFor();
  assert.equal(await page.getByRole('heading', { level: 3 }).count(), 2);
  await inspect('wallet, with news');
  await page.getByRole('link', { name: new RegExp(`^${say('news_open_action')}`) }).click();
  await heading(window, 'outcome_open_title').waitFor();
  await focusIsOn(page, heading(window, 'outcome_open_title'));
  await page.goBack();
  await page.getByRole('link', { name: new RegExp(`^${say('news_look')}`) }).click();
  await heading(window, 'outcome_pending_title').waitFor();
  await step('settle', pending.reference);
  await page.getByRole('button', { name: say('outcome_ask') }).click();
  await heading(window, 'outcome_paid_title').waitFor();
});

test('every kind of news', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, say, inspect } = window;
  await settle(window);
  const at = '2026-11-20T10:00:00Z';
  const payments = ['open', 'pending', 'checking', 'late'].map((news, index) => ({ id: `p${index}`, reference: 'K0J7', amountCents: 1000 + index, at, news }));
  const refunds = ['asked', 'approved', 'paid', 'refused'].map((news, index) => ({ id: `r${index}`, amountCents: 2000 + index, at, news, ...(news === 'refused' ? { reason: 'Dit bedrag komt van een voordeel.' } : {}) }));
  await page.route('**/api/wallet', async (route) => {
    const real = await (await route.fetch()).json();
    await route.fulfill({ json: { ...real, payments: [...payments, { ...payments[0], id: 'new', news: 'something-new' }], refunds } });
  });
  await wallet(window);
  assert.equal(await page.getByRole('heading', { level: 3 }).count(), 8);
  await page.getByText('Dit bedrag komt van een voordeel.').waitFor();
  for (const key of ['news_late', 'news_refused']) await page.getByText(say(key, { moment: '' }).split('.')[1].trim(), { exact: false }).first().waitFor();
  await inspect('wallet, every kind of news');
});

for (const size of sizes) {
  test(`asking unused balance back (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { size, language: nextLanguage(), expects: [503] });
    const { page, say, inspect } = window;
    await settle(window);
    await toppedUp(window, 2000);
    await wallet(window);
    await page.getByRole('link', { name: say('refund_title') }).click();
    const field = page.getByLabel(say('refund_amount'));
    await field.waitFor();
    // All of it, unless one says otherwise.
    assert.equal(await field.inputValue(), '20');
    await inspect('refund');
    const button = page.getByRole('button', { name: say('refund_ask'), exact: true });
    await field.fill('20,01');
    await button.click();
    await page.getByRole('alert').getByRole('link').waitFor();
    await inspect('refund, too much');
    await field.fill('12,50');
    await button.click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await inspect('refund, asked whether');
    await dialog.getByRole('button', { name: say('cancel') }).click();
    await dialog.waitFor({ state: 'hidden' });

    // No answer the first time: what was typed stays, and it is asked once.
    const fail = await failing(page, '**/api/wallet/refunds');
    await button.click();
    const yes = dialog.getByRole('button', { name: say('refund_confirm_yes') });
    await yes.click();
    await page.getByText(say('refund_problem_kept')).waitFor();
    await inspect('refund, no answer');
    await fail.stop();
    await page.reload();
    await field.waitFor();
    assert.equal(await field.inputValue(), '12,50');
    const keys = new Set();
    page.on('request', (request) => request.url().endsWith('/api/wallet/refunds') && keys.add(request.headers()['idempotency-key']));
    await button.click();
    await yes.dblclick();
    await heading(window, 'refund_asked_title').waitFor();
    await inspect('refund asked');
    assert.equal(keys.size, 1);

    await page.getByRole('link', { name: say('to_wallet') }).click();
    await page.getByText(/7[.,]50/).first().waitFor();
    await page.getByRole('heading', { level: 3 }).getByText(/12[.,]50/).waitFor();
    assert.equal((await ask(window, 'GET', '/api/wallet')).refunds.length, 1);
  });
}

test('whose account ends is told that the balance goes back first', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage() });
  const { page, inspect } = window;
  await settle(window);
  for (const path of ['/profile/erasure', '/profile/consent/withdraw']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    assert.equal(await page.getByText(/20[.,]00/).count(), 0);
  }
  await toppedUp(window, 2000);
  for (const path of ['/profile/erasure', '/profile/consent/withdraw']) {
    await page.goto(path);
    await page.getByText(/20[.,]00/).waitFor();
    await inspect(`${path}, with a balance`);
  }
});

test('without a connection: the last known balance with its time, and nothing pretended', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage(), worker: true });
  const { page, say, context, inspect } = window;
  await settle(window);
  await toppedUp(window, 3500);
  await wallet(window);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((taken) => navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true }));
  });
  await context.setOffline(true);
  await page.reload();
  await page.getByText(/35[.,]00/).waitFor();
  await page.getByText(say('home_as_of', { moment: '' }).trim(), { exact: false }).waitFor();
  assert.equal(await page.getByRole('link', { name: say('top_up_do') }).count(), 0);
  await inspect('wallet, offline');
  await page.goto('/top-up');
  await page.getByRole('alert').filter({ hasText: say('ui_offline_title') }).waitFor();
  await inspect('top-up, offline');
  await page.goto('/wallet/transactions');
  await page.getByRole('alert').filter({ hasText: say('ui_offline_title') }).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: say('ui_try_again') }).click();
  await page.getByRole('table').waitFor();
});
