// Payments in the finance office: those that came otherwise than ordered are
// credited or closed (W-16), each by one clerk only.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { desktop, nameOf, phone, sizes } from '../lib/browser.mjs';
import { office, rowOf, rows, showFilters } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { enter } from '../lib/staff.mjs';
import { newPayer, otherClerk } from './payers.mjs';

const decide = ({ page, say }) => page.getByRole('button', { name: say('decide_next'), exact: true }).click();
const reason = ({ page, say }) => page.getByLabel(say('decide_reason'), { exact: true });
/** References stand in two halves. */
const half = ({ reference }) => reference.slice(0, 13);

for (const size of sizes) {
  test(`a wrong amount is set aside, and credited by a clerk (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect } = window;
    const payer = await newPayer();
    const paid = await payer.pay(1000);
    const parked = await payer.payOther(2500);
    assert.equal(await payer.balance_cents(), 1000);
    await enter(window, {}, '/payments');
    await rowOf(window, half(paid)).waitFor();
    await page.getByText(say('payments_parked_text')).waitFor();
    await inspect('payments');

    await page.getByRole('link', { name: say('payments_parked_show') }).click();
    await page.waitForURL((url) => url.searchParams.get('state') === 'parked');
    await rowOf(window, half(paid)).waitFor({ state: 'detached' });
    await inspect('payments, set aside');
    await rowOf(window, half(parked)).getByRole('link').click();
    await page.getByRole('radio').first().waitFor();
    await inspect('payment, set aside');

    await decide(window);
    await page.getByRole('link', { name: say('decide_missing') }).waitFor();
    await inspect('payment, nothing chosen');
    await page.getByRole('radio').first().check();
    await decide(window);
    await page.getByRole('link', { name: say('decide_reason_missing') }).click();
    await reason(window).fill('Nagekeken bij de betaaldienst');
    await inspect('payment, no reason given');
    await decide(window);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('resolve_credit_do'), exact: true }).waitFor();
    await inspect('payment, asked whether to credit');
    await dialog.getByRole('button', { name: say('resolve_credit_do'), exact: true }).dblclick();
    await page.locator('main').getByText(say('pay_credited_means')).waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('h1'));
    assert.equal(await page.getByRole('radio').count(), 0, 'nothing is left to decide');
    assert.equal(await payer.balance_cents(), 1000 + 2499, 'what came, not what was ordered, and once');
    await inspect('payment, credited after all');
  });
}

test('dollars are not credited, only closed; the trail leads back', async (t) => {
  const window = await office(t, { size: phone });
  const { page, say, inspect } = window;
  const payer = await newPayer();
  const parked = await payer.payOther(1500, 'wrong-currency');
  await enter(window, { role: 'admin' }, `/payments/${parked.id}`);
  await page.getByText(say('resolve_foreign_text')).waitFor();
  assert.equal(await page.getByRole('radio').count(), 0);
  await inspect('payment, dollars');
  await reason(window).fill('Teruggestort bij de betaaldienst');
  await decide(window);
  await inspect('payment, asked whether to close');
  await page.getByRole('dialog').getByRole('button', { name: say('resolve_close_do'), exact: true }).dblclick();
  await page.getByText(say('resolve_closed')).waitFor();
  assert.equal(await payer.balance_cents(), 0);
  await inspect('payment, closed');

  await page.getByRole('link', { name: say('staff_audit') }).click();
  await heading(window, 'audit_title').waitFor();
  const name = say('subject_payment', { reference: parked.reference });
  await rowOf(window, name).waitFor();
  assert.equal(await rows(window).count(), 1);
  await showFilters(window);
  await page.waitForFunction(([label, text]) => [...document.querySelectorAll('input')].some((field) => field.labels?.[0]?.textContent === label && field.value === text), [say('audit_filter_subject'), name]);
  await rows(window).first().getByRole('button').click();
  await page.getByText('Teruggestort bij de betaaldienst').waitFor();
  await inspect('audit trail, about a payment');
  await page.getByRole('link', { name: say('audit_to_subject') }).click();
  await page.waitForURL(`**/payments/${parked.id}`);
});

test('two clerks at once: one decides, the other is told', async (t) => {
  const window = await office(t, { size: desktop, expects: [409] });
  const { page, say, inspect } = window;
  const payer = await newPayer();
  const parked = await payer.payOther(800);
  await enter(window, {}, `/payments/${parked.id}`);
  await page.getByRole('radio').first().check();
  await reason(window).fill('Nagekeken');
  await (await otherClerk()).resolve(parked.id, 'close');
  await decide(window);
  await page.getByRole('dialog').getByRole('button', { name: say('resolve_credit_do'), exact: true }).click();
  await page.getByText(say('payment_meanwhile')).waitFor();
  await page.getByText(say('meanwhile_state', { from: say('pay_parked'), to: say('pay_closed') })).waitFor();
  assert.equal(await payer.balance_cents(), 0, 'what the first decided stands');
  await inspect('payment, decided meanwhile');
});

test('a reference leads straight to its payment', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  const payer = await newPayer();
  const [first, second] = [await payer.pay(500), await payer.pay(700)];
  await enter(window, {}, '/payments');
  await rows(window).first().waitFor();
  const field = () => page.getByLabel(say('payment_filter_reference'));
  await field().fill(first.reference.slice(0, 8));
  await page.getByText(say('payment_reference_part', { typed: 8, whole: 26 })).waitFor();
  await inspect('payments, part of a reference');
  await showFilters(window);
  // As people type it.
  await field().fill(` ${first.reference.slice(0, 10).toLowerCase()} ${first.reference.slice(10)}`);
  await page.waitForURL(`**/payments/${first.id}`);
  await page.getByText(say('pay_paid_means')).waitFor();
  await inspect('payment, paid');

  const search = page.getByRole('combobox', { name: say('search'), exact: true });
  await search.fill(second.reference);
  await page.getByRole('option', { name: second.reference }).waitFor();
  await inspect('searching for a payment');
  await search.focus();
  if (!(await page.getByRole('option').first().isVisible())) await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: second.reference }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/payments/${second.id}`);

  await page.goto('/payments');
  await rows(window).first().waitFor();
  await field().fill('0'.repeat(26));
  await page.locator('.nothing', { hasText: say('ui_table_none_found') }).waitFor();
});

test('filters, and the file with what they show', async (t) => {
  const window = await office(t, { size: desktop, language: 'fr' });
  const { page, say } = window;
  const payer = await newPayer();
  const paid = await payer.pay(4321);
  await payer.order(1234);
  await enter(window, {}, '/payments');
  await rowOf(window, half(paid)).waitFor();
  await page.getByLabel(say('payment_filter_state')).selectOption('paid');
  await page.waitForURL((url) => url.searchParams.get('state') === 'paid');
  await rows(window).filter({ hasText: say('pay_open') }).first().waitFor({ state: 'detached' });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say('audit_csv_filtered') }).click()]);
  const csv = await readFile(await file.path(), 'utf8');
  assert.ok(csv.startsWith('\uFEFFDate;Heure;Référence;'), 'headings in the language of the page');
  assert.ok(csv.includes(`;${paid.reference};`) && csv.includes(';43,21;') && !csv.includes(';12,34;'), csv);
  // Far back nothing was paid; those set aside are shown whatever their age.
  await page.goto('/payments?from=2025-01-01&to=2025-01-31');
  await page.locator('.nothing', { hasText: say('ui_table_none_found') }).waitFor();
});
