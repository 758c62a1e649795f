// What the last audit of the ledger found (W-30), told with what to do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop } from '../lib/browser.mjs';
import { office } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { enter } from '../lib/staff.mjs';

const wallet = 'wallet/9f3k27qx0000000000000000zz';
const payment = '0123456789abcdefghjkmnpqrs';
const refund = '9876543210abcdefghjkmnpqrs';
const faults = [
  { is: 'balance', account: wallet, row: 1250, entries: 1200 },
  { is: 'gap', account: wallet, number: 4 },
  { is: 'chain', account: 'system/in-transit', number: 12 },
  { is: 'bound', account: `refundable/${payment}`, transfer: 'tttttttttttttttttttttttttt' },
  { is: 'unbalanced', transfer: 'tttttttttttttttttttttttttt' },
  { is: 'total', unit: 'cent', amount: -1 },
  { is: 'parted', unit: 'refundable-cent' },
  { is: 'orphan', transfer: 'tttttttttttttttttttttttttt' },
  { is: 'credited-twice', payment, transfer: 'tttttttttttttttttttttttttt' },
  { is: 'uncredited', payment },
  { is: 'lost', payment },
  { is: 'forgotten', payment },
  { is: 'not-set-aside', refund },
  { is: 'something-new', where: 'elsewhere' },
];
const audit = { startedAt: new Date(Date.now() - 60_000).toISOString(), endedAt: new Date().toISOString(), accounts: 12_345, transfers: 67_890, payments: 4321, faultCount: 0, faults: [] };

test('all in order, as it is', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  await enter(window, {}, '/ledger-audit');
  await page.getByText(say('ledger_right'), { exact: true }).waitFor();
  await inspect('ledger check');
});

test('faults, in words; none held; one that did not come', async (t) => {
  const window = await office(t, { size: desktop });
  const { page, say, inspect } = window;
  const answer = async (last) => {
    await page.unroute('**/api/staff/ledger-audit');
    await page.route('**/api/staff/ledger-audit', (route) => route.fulfill({ json: last ? { last } : {} }));
  };
  await answer({ ...audit, faultCount: 40, faults });
  await enter(window, {}, '/ledger-audit');
  await page.getByText(say('ledger_wrong_many', { count: 40 })).waitFor();
  const list = page.getByRole('region', { name: say('ledger_faults') }).getByRole('listitem');
  assert.equal(await list.count(), faults.length);
  await list.first().getByText(say('account_wallet', { who: '9F3K-27QX' })).waitFor();
  // What the run-book looks up.
  await list.first().getByText(say('fault_code', { code: `balance, ${wallet}` })).waitFor();
  assert.equal(await list.nth(3).getByRole('link').getAttribute('href'), `/payments/${payment}`);
  const hrefs = await list.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual(hrefs, [...Array.from({ length: 5 }, () => `/payments/${payment}`), `/refunds/${refund}`]);
  await list.nth(9).getByText(say('fault_uncredited', { reference: payment.toUpperCase() })).waitFor();
  await list.last().getByText('"is":"something-new"').waitFor();
  await inspect('ledger check, faults');

  await answer(undefined);
  await page.reload();
  await page.getByText(say('ledger_none'), { exact: true }).waitFor();
  await inspect('ledger check, none yet');
  await answer({ ...audit, endedAt: new Date(Date.now() - 40 * 60 * 60_000).toISOString() });
  await page.reload();
  await page.getByText(say('ledger_overdue'), { exact: true }).waitFor();
  await heading(window, 'ledger_title').waitFor();
  await inspect('ledger check, overdue');
});
