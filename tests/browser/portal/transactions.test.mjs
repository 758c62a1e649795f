// The statement (W-20, W-21): filters, pages, receipts and files.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { desktop, nextLanguage, phone, visit } from '../lib/browser.mjs';
import { toppedUp } from '../lib/payments.mjs';
import { heading, settle } from '../lib/resident.mjs';
import { failing } from '../lib/routes.mjs';

const rows = ({ page }) => page.locator('tbody tr');
/** What is shown, not what is said of it. */
const shown = ({ page }) => page.locator('#list');
const range = (window, first, last, count) => shown(window).getByText(window.say('transactions_range', { first, last, count }), { exact: true });
const field = ({ page, say }, key) => page.getByLabel(say(key), { exact: true });
const search = ({ page, say }) => page.getByRole('button', { name: say('filter_search'), exact: true });
const reset = ({ page, say }) => page.getByRole('button', { name: say('filter_reset') }).first();

/** Today in the town, as one types it and as an address has it. */
function today() {
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());
  return { iso, typed: iso.split('-').reverse().join('/') };
}

async function opened(t, count, more = {}) {
  const window = await visit(t, { size: desktop, language: nextLanguage(), ...more });
  await settle(window);
  for (let number = 1; number <= count; number += 1) await toppedUp(window, 100 * number, { invoice: number === 2 });
  await window.page.goto('/wallet/transactions');
  await rows(window).first().waitFor();
  return window;
}

test('pages of ten, of twenty-five, and back', async (t) => {
  const window = await opened(t, 12);
  const { page, say, inspect } = window;
  await range(window, 1, 10, 12).waitFor();
  assert.equal(await rows(window).count(), 10);
  // Newest first, and every column named for who hears it.
  assert.match(await rows(window).first().innerText(), /12[.,]00/);
  for (const key of ['transaction_number', 'transaction_date', 'transaction_time', 'transaction_amount', 'transaction_after', 'transaction_what']) await page.getByRole('columnheader', { name: say(key), exact: true }).waitFor({ state: 'attached' });
  await page.getByRole('rowheader', { name: '12', exact: true }).waitFor();
  await inspect('transactions, first page');
  const back = page.getByRole('button', { name: say('ui_table_back') });
  const forward = page.getByRole('button', { name: say('ui_table_forward') });
  assert.ok(await back.isDisabled());
  await forward.click();
  await range(window, 11, 12, 12).waitFor();
  assert.equal(await rows(window).count(), 2);
  assert.ok(await forward.isDisabled());
  await inspect('transactions, last page');
  await back.click();
  await range(window, 1, 10, 12).waitFor();
  await page.getByLabel(say('ui_table_size')).selectOption('25');
  await range(window, 1, 12, 12).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('limit'), '25');
  assert.equal(await forward.count(), 0);
});

test('one day, a period, only with an invoice, and everything again', async (t) => {
  const window = await opened(t, 3);
  const { page, say, inspect } = window;
  const day = today();
  await page.locator('summary').click();
  await inspect('transactions, filters');
  await field(window, 'transaction_date').fill('31/11/2026');
  await search(window).click();
  await page.getByRole('alert').getByRole('link').waitFor();
  await inspect('transactions, no day');
  await field(window, 'transaction_date').fill(day.typed);
  await search(window).click();
  await page.waitForURL((url) => url.searchParams.get('from') === day.iso);
  await range(window, 1, 3, 3).waitFor();

  await page.getByRole('radio', { name: say('filter_period') }).check();
  await field(window, 'filter_from').fill('1-1-2020');
  await field(window, 'filter_to').fill('2.1.2020');
  await search(window).click();
  await shown(window).getByText(say('transactions_none_found')).waitFor();
  await inspect('transactions, none found');
  await field(window, 'filter_to').fill('1.1.2019');
  await search(window).click();
  await page.getByRole('alert').getByRole('link', { name: say('filter_order_wrong') }).waitFor();
  await field(window, 'filter_to').fill(day.typed);
  await page.getByLabel(say('filter_invoice')).check();
  await search(window).click();
  await range(window, 1, 1, 1).waitFor();
  await page.getByRole('button', { name: say('paper_invoice') }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `${say('paper_ubl')} ${say('paper_ubl_for')}` }).click()]);
  assert.match(file.suggestedFilename(), /\.xml$/);

  // A reload keeps it, the way back leads to the former one, and it is wiped at once.
  await page.reload();
  await range(window, 1, 1, 1).waitFor();
  assert.ok(await page.getByLabel(say('filter_invoice')).isChecked());
  await page.goBack();
  await shown(window).getByText(say('transactions_none_found')).waitFor();
  assert.equal(await field(window, 'filter_to').inputValue(), '02/01/2020');
  await reset(window).click();
  await range(window, 1, 3, 3).waitFor();
  assert.equal(new URL(page.url()).search, '');
});

test('what is filtered, as CSV and as PDF, in the chosen language', async (t) => {
  const window = await opened(t, 3, { language: 'fr' });
  const { page, say } = window;
  await page.goto('/wallet/transactions?from=2020-01-01&to=2199-01-01&invoice=true');
  await range(window, 1, 1, 1).waitFor();
  const download = async (kind) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: new RegExp(`${kind}$`) }).click()]);
    assert.match(file.suggestedFilename(), new RegExp(`^${say('transactions_file_name')}-\\d{4}-\\d\\d-\\d\\d\\.${kind.toLowerCase()}$`));
    return readFile(await file.path());
  };
  const csv = (await download('CSV')).toString('utf8');
  assert.ok(csv.startsWith('\uFEFF'), 'a byte-order mark');
  const lines = csv.trim().split(/\r?\n/);
  assert.equal(lines.length, 2);
  assert.match(lines[0], /Solde après/);
  assert.match(lines[1], /;2,00;/);
  assert.equal((await download('PDF')).subarray(0, 5).toString(), '%PDF-');
});

test('another language, and the descriptions follow', async (t) => {
  const window = await opened(t, 1, { language: 'nl' });
  const { page, say } = window;
  await rows(window).getByText('Saldo opgeladen').waitFor();
  await page.getByRole('combobox', { name: say('ui_language') }).selectOption('de');
  await rows(window).getByText('Guthaben aufgeladen').waitFor();
});

test('a file or a page that does not come is said', async (t) => {
  const window = await opened(t, 1, { size: phone, expects: [400, 404, 503] });
  const { page, say, inspect } = window;
  let fail = await failing(page, '**/api/wallet/transactions.csv*', { status: 400, code: 'statement-too-long' });
  await page.getByRole('button', { name: /CSV$/ }).click();
  await page.getByRole('alert').waitFor();
  await inspect('transactions, no file');
  await fail.stop();
  fail = await failing(page, '**/api/wallet/papers/**', { status: 404, code: 'paper-not-ready' });
  await page.getByRole('button', { name: say('paper_receipt') }).click();
  await rows(window).getByText('Het lukt nu even niet.', { exact: false }).waitFor();
  await inspect('transactions, receipt not ready');
  await fail.stop();
  fail = await failing(page, '**/api/wallet/transactions?*');
  await page.getByLabel(say('ui_table_size')).selectOption('50');
  await page.getByRole('alert').first().waitFor();
  await fail.stop();
  await page.getByRole('button', { name: say('ui_try_again') }).click();
  await range(window, 1, 1, 1).waitFor();
});

test('more than a thousand are not counted', async (t) => {
  const window = await visit(t, { size: phone, language: nextLanguage(), expects: [404] });
  const { page, say, inspect } = window;
  await settle(window);
  const items = Array.from({ length: 10 }, (_, index) => ({ number: 2345 - index, at: '2026-11-20T10:00:00Z', amountCents: index % 2 ? -123456 : 50000, balanceAfterCents: 1234567, description: 'Teruggevraagd saldo blijft in uw portemonnee', payment: index % 2 ? undefined : 'p', invoice: index === 0, creditNotes: index === 1 ? ['C2026-000012', 'C2026-000013'] : [] }));
  await page.route('**/api/wallet/transactions?*', (route) => route.fulfill({ json: { items, next: 'x', more: true, count: 1000, orMore: true } }));
  await page.goto('/wallet/transactions');
  await heading(window, 'transactions_title').waitFor();
  await page.getByText(/^1 – 10 .*1\D?000\+$/).waitFor();
  await inspect('transactions, very many', { as: { look: 'dark', width: 360 } });
  // Two notes on one refund are told apart.
  for (const number of ['C2026-000012', 'C2026-000013']) {
    const asked = page.waitForRequest((request) => new URL(request.url()).pathname === `/api/wallet/credit-notes/${number}`);
    await page.getByRole('button', { name: `${say('paper_credit_note')} ${number}`, exact: true }).click();
    assert.equal(new URL((await asked).url()).search, '?form=pdf');
  }
});
