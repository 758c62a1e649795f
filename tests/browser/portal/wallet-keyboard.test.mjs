// Topping up and looking it up by keyboard alone (P-42).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, nextLanguage, sizes, visit } from '../lib/browser.mjs';
import { focusIsOn, tabTo } from '../lib/keyboard.mjs';
import { atPaymentPage } from '../lib/payments.mjs';
import { heading, settle } from '../lib/resident.mjs';

for (const size of sizes) {
  test(`topping up, filtering, asking back (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { size, language: nextLanguage() });
    const { page, say } = window;
    await settle(window);
    const press = (key) => page.keyboard.press(key);
    const link = (key) => page.getByRole('link', { name: say(key), exact: true });
    const button = (key) => page.getByRole('button', { name: say(key), exact: true });

    await tabTo(page, link('top_up_do'));
    await press('Enter');
    await heading(window, 'top_up_title').waitFor();
    await focusIsOn(page, heading(window, 'top_up_title'));
    const pay = button('top_up_pay');
    await pay.waitFor();
    await tabTo(page, pay);
    await press('Enter');
    const summary = page.getByRole('alert').filter({ has: page.getByRole('heading') });
    await focusIsOn(page, summary);
    await tabTo(page, summary.getByRole('link'));
    await press('Enter');
    await focusIsOn(page, page.locator('#field-amountCents'));
    // A quick choice is pressed, and stays pressed while the amount is that.
    const quick = page.getByRole('button', { name: /50/ });
    await tabTo(page, quick);
    await press('Space');
    assert.equal(await quick.getAttribute('aria-pressed'), 'true');
    // One choice out of two: the arrows choose.
    await tabTo(page, page.getByRole('radio', { name: say('paper_receipt') }));
    await press('ArrowDown');
    await page.getByLabel(say('company_name'), { exact: true }).waitFor();
    await press('ArrowUp');
    await tabTo(page, pay);
    await press('Enter');
    await atPaymentPage(page);
    // The provider's page is not ours.
    const main = page.locator('button[name="do"][value="pay"]');
    await main.focus();
    await press('Enter');

    await heading(window, 'outcome_paid_title').waitFor();
    await tabTo(page, link('to_wallet'));
    await press('Enter');
    await heading(window, 'wallet_title').waitFor();
    await focusIsOn(page, heading(window, 'wallet_title'));
    await link('transactions_all').waitFor();
    await tabTo(page, link('transactions_all'));
    await press('Enter');
    await heading(window, 'transactions_title').waitFor();
    await page.getByRole('table').waitFor();
    await tabTo(page, page.locator('summary'));
    await press('Enter');
    const invoice = page.getByLabel(say('filter_invoice'));
    await tabTo(page, invoice);
    await press('Space');
    await tabTo(page, button('filter_search'));
    await press('Enter');
    await page.locator('#list').getByText(say('transactions_none_found')).waitFor();
    // Who only hears it, hears it; and focus stays where one is.
    await page.locator('[role="status"][aria-live="polite"]', { hasText: say('transactions_none_found') }).waitFor({ state: 'attached' });
    await focusIsOn(page, button('filter_search'));

    await page.goto('/wallet/refund');
    await button('refund_ask').waitFor();
    await tabTo(page, button('refund_ask'));
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await focusIsOn(page, button('refund_ask'));
    await press('Enter');
    await dialog.waitFor();
    await tabTo(page, button('refund_confirm_yes'));
    await press('Enter');
    await heading(window, 'refund_asked_title').waitFor();
    await focusIsOn(page, heading(window, 'refund_asked_title'));
  });
}
