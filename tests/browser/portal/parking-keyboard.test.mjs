// Parking by keyboard alone: what one presses, and where one is.
import { test } from 'node:test';
import { desktop, nextLanguage, phone, visit } from '../lib/browser.mjs';
import { focusIsOn, tabTo } from '../lib/keyboard.mjs';
import { newPlate, paidDay } from '../lib/parking.mjs';
import { toppedUp } from '../lib/payments.mjs';
import { atHome, heading, settle } from '../lib/resident.mjs';

for (const size of [phone, desktop]) {
  test(`booking, extending and stopping by keyboard (${size.width} px)`, async (t) => {
    // Typed slowly, what stands there halfway is asked the price of too, and can't be booked.
    const window = await visit(t, { size, language: nextLanguage(), expects: [409] });
    const { page, say } = window;
    const press = (key) => page.keyboard.press(key);
    const button = (key) => page.getByRole('button', { name: say(key), exact: true });
    await settle(window);
    await toppedUp(window, 5000);
    await page.goto('/');
    await atHome(window);
    await tabTo(page, page.getByRole('link', { name: say('parking_book') }));
    await press('Enter');
    await heading(window, 'parking_book').waitFor();
    await focusIsOn(page, heading(window, 'parking_book'));
    await page.locator('#field-plate').waitFor();
    // Arrows choose for whom, and when.
    await tabTo(page, page.locator('#field-for'));
    await tabTo(page, page.locator('#field-plate'));
    await page.keyboard.type(newPlate());
    await tabTo(page, page.locator('#field-zone'));
    await tabTo(page, page.locator('#field-when'));
    await press('ArrowRight');
    await page.locator('#field-firstDay').waitFor();
    const type = async (field, text) => {
      await tabTo(page, page.locator(`#field-${field}`));
      await press('ControlOrMeta+a');
      await page.keyboard.type(text);
    };
    await type('firstDay', paidDay().typed);
    await type('fromTime', '10:00');
    await type('untilTime', '10:30');
    await tabTo(page, page.locator('#field-remind'));
    await press('Space');
    const book = page.locator('form button[type="submit"]');
    await page.getByText(say('parking_balance_after'), { exact: true }).waitFor();
    // Who only hears it, hears the price.
    await page.locator('[role="status"][aria-live="polite"]', { hasText: say('parking_total') }).waitFor({ state: 'attached' });
    await tabTo(page, book);
    await press('Enter');
    await heading(window, 'parking_session').waitFor();
    await focusIsOn(page, heading(window, 'parking_session'));

    await tabTo(page, button('parking_extend'));
    await press('Enter');
    await tabTo(page, page.getByRole('button', { name: /30/ }));
    await press('Enter');
    await page.getByText(say('parking_balance_after'), { exact: true }).waitFor();
    await tabTo(page, page.locator('form button[type="submit"]'));
    await press('Enter');
    await page.locator('form').waitFor({ state: 'detached' });
    await tabTo(page, button('parking_cancel'));
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await focusIsOn(page, button('parking_cancel'));
    await press('Enter');
    await dialog.waitFor();
    await tabTo(page, dialog.getByRole('button', { name: say('parking_cancel'), exact: true }));
    await press('Enter');
    await page.getByText(say('parking_cancelled'), { exact: true }).waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body);
  });
}
