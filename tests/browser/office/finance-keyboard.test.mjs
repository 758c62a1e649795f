// A clerk decides about a payment, and approves refunds, by keyboard alone (P-42).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, sizes } from '../lib/browser.mjs';
import { focusIsOn, tabTo } from '../lib/keyboard.mjs';
import { office, rowOf } from '../lib/office.mjs';
import { heading } from '../lib/resident.mjs';
import { enter } from '../lib/staff.mjs';
import { newPayer, otherClerk } from './payers.mjs';

for (const size of sizes) {
  test(`crediting and approving (${nameOf(size)})`, async (t) => {
    const window = await office(t, { size });
    const { page, say } = window;
    const press = (key) => page.keyboard.press(key);
    const button = (key) => page.getByRole('button', { name: say(key), exact: true });
    const payer = await newPayer();
    await payer.pay(2000);
    const parked = await payer.payOther(1600);
    const refund = await payer.askBack(400);
    const clerk = await otherClerk();
    const { person } = await clerk.refund(refund.id);
    await enter(window, {});

    const search = page.getByRole('combobox', { name: say('search'), exact: true });
    await tabTo(page, search);
    await page.keyboard.type(parked.reference);
    await page.getByRole('option', { name: parked.reference }).waitFor();
    await press('Enter');
    await page.getByRole('radio').first().waitFor();
    await tabTo(page, page.getByRole('radio').first());
    await press('Space');
    await tabTo(page, button('decide_next'));
    await press('Enter');
    await focusIsOn(page, page.getByRole('alert').first());
    await press('Tab');
    await press('Enter');
    const reason = page.getByLabel(say('decide_reason'), { exact: true });
    await focusIsOn(page, reason);
    await page.keyboard.type('Nagekeken');
    await tabTo(page, button('decide_next'));
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await focusIsOn(page, button('decide_next'));
    await press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: say('resolve_credit_do'), exact: true }));
    await press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('h1'));
    assert.equal(await payer.balance_cents(), 2000 - 400 + 1599);

    await page.goto('/refunds?state=asked&limit=50');
    const box = rowOf(window, person).getByRole('checkbox');
    await box.waitFor();
    await box.focus();
    await press('Space');
    await tabTo(page, page.getByRole('group', { name: say('ui_table_selection') }).getByRole('button', { name: say('refund_approve') }));
    await press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: say('refund_approve'), exact: true }));
    await press('Enter');
    await page.getByText(say('outcome_done', { count: 1 })).waitFor();
    await heading(window, 'refunds_title').waitFor();
    assert.notEqual((await clerk.refund(refund.id)).state, 'asked');
  });
}
