// Receipts and invoices (W-11), as files.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { nameOf, sizes } from '../lib/browser.mjs';
import { office, rowOf, rows, showFilters } from '../lib/office.mjs';
import { enter } from '../lib/staff.mjs';
import { until } from '../lib/until.mjs';
import { company, newPayer, otherClerk } from './payers.mjs';

for (const size of sizes) {
  test(`a receipt, an invoice and its UBL (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say, inspect } = window;
    const payer = await newPayer();
    const [plain, billed] = [await payer.pay(1500), await payer.pay(6000, company)];
    const clerk = await otherClerk();
    const numberOf = ({ id }) => until('a paper', async () => (await clerk.payment(id)).paperNumber);
    const [receipt, invoice] = [await numberOf(plain), await numberOf(billed)];
    await enter(window, {}, '/papers');
    await rowOf(window, receipt).waitFor();
    await inspect('papers');
    const take = async (form, number) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: say('paper_get', { form, number }) }).click()]);
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'latin1') };
    };
    const pdf = await take('PDF', receipt);
    assert.ok(pdf.name.endsWith('.pdf') && pdf.text.startsWith('%PDF-'), pdf.name);
    assert.equal(await page.getByRole('link', { name: say('paper_get', { form: 'UBL', number: receipt }) }).count(), 0, 'a receipt has no UBL');

    await showFilters(window);
    await page.getByLabel(say('paper_filter_kind')).selectOption('invoice');
    await rowOf(window, receipt).waitFor({ state: 'detached' });
    await inspect('papers, invoices');
    const ubl = await take('UBL', invoice);
    assert.ok(ubl.name.endsWith('.xml') && ubl.text.includes('urn:oasis:names:specification:ubl') && ubl.text.includes(invoice), ubl.name);

    await rowOf(window, invoice).getByRole('link', { name: billed.reference }).click();
    await page.waitForURL(`**/payments/${billed.id}`);
    await page.getByText(`${say('paper_invoice')} ${invoice}`).waitFor();
    await inspect('payment, with an invoice');
    assert.ok((await take('PDF', invoice)).text.startsWith('%PDF-'));
  });
}

test('one that is still being made says so', async (t) => {
  const window = await office(t);
  const { page, say, inspect } = window;
  const paper = { number: 'K2026-999999', kind: 'receipt', drawnAt: '2026-11-21T09:05:00Z', amountCents: 500, payment: '0'.repeat(26), paymentReference: '0'.repeat(26), ready: false, ubl: false };
  await page.route('**/api/staff/papers?*', (route) => route.fulfill({ json: { items: [paper], more: false } }));
  await enter(window, {}, '/papers');
  await page.getByText(say('paper_not_ready')).waitFor();
  assert.equal(await rows(window).count(), 1);
  await inspect('papers, one being made');
});
