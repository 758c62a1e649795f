// The main journey of a resident by keyboard alone (P-42).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, nextLanguage, sizes, visit } from '../lib/browser.mjs';
import { newCitizen } from '../lib/citizens.mjs';
import { focusIsOn, tabTo } from '../lib/keyboard.mjs';
import { atHome, heading } from '../lib/resident.mjs';

for (const size of sizes) {
  test(`signing in, agreeing, changing, signing out (${nameOf(size)})`, async (t) => {
    const window = await visit(t, { size, language: nextLanguage() });
    const { page, say } = window;
    const citizen = await newCitizen({ language: window.language });
    const press = (key) => page.keyboard.press(key);
    const link = (key) => page.getByRole('link', { name: say(key), exact: true });
    const button = (key) => page.getByRole('button', { name: say(key), exact: true });

    await page.goto('/sign-in');
    await page.getByRole('heading', { name: say('sign_in_title') }).waitFor();
    // The first stop leads past what is on every page.
    await tabTo(page, link('ui_skip'));
    assert.ok(await link('ui_skip').evaluate((element) => element.getBoundingClientRect().top >= 0), 'the skip link shows itself');
    await press('Enter');
    await focusIsOn(page, page.locator('#main'));
    const more = page.locator('summary', { hasText: say('sign_in_itsme_more') });
    await tabTo(page, more);
    await press('Space');
    await page.getByText(say('sign_in_itsme_need')).waitFor();
    await tabTo(page, link('sign_in_itsme'), 'Shift+Tab');
    await press('Enter');

    // The provider's page is not ours.
    const me = page.locator(`button[value="${citizen.nationalNumber}"]`);
    await me.focus();
    await press('Enter');
    await button('consent_text_yes').waitFor();
    await tabTo(page, button('consent_text_yes'));
    await press('Enter');
    await atHome(window);
    await focusIsOn(page, heading(window, 'home_greeting', { name: citizen.firstName }));

    await tabTo(page, page.getByRole('link', { name: new RegExp(say('home_profile')) }));
    await press('Enter');
    await heading(window, 'profile_title').waitFor();
    await focusIsOn(page, heading(window, 'profile_title'));
    const change = page.locator('a[href="/profile/user-name"]');
    await change.waitFor();
    await tabTo(page, change);
    await press('Enter');
    await focusIsOn(page, heading(window, 'user_name_title'));
    await button('save').waitFor();
    await tabTo(page, button('save'));
    await press('Enter');
    const summary = page.getByRole('alert').filter({ has: page.getByRole('heading') });
    await focusIsOn(page, summary);
    await tabTo(page, summary.getByRole('link'));
    await press('Enter');
    await focusIsOn(page, page.getByLabel(say('profile_user_name')));
    await page.keyboard.type('Toetsenbord');
    await press('Enter');
    await page.getByText(say('user_name_saved')).waitFor();
    await focusIsOn(page, heading(window, 'profile_title'));

    // A dialog keeps focus, Escape leaves it, and focus comes back.
    await page.goto('/profile/sessions');
    await button('everywhere_button').waitFor();
    await tabTo(page, button('everywhere_button'));
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (let presses = 0; presses < 8; presses += 1) {
      await press('Tab');
      assert.ok(await dialog.evaluate((element) => element.contains(document.activeElement) || document.activeElement === document.body), 'focus stays in the dialog');
    }
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await focusIsOn(page, button('everywhere_button'));

    const name = page.getByRole('button', { name: `${citizen.firstName} ${citizen.lastName}` });
    await tabTo(page, name, 'Shift+Tab');
    await press('Enter');
    await tabTo(page, button('head_sign_out'));
    await press('Escape');
    await focusIsOn(page, name);
    assert.equal(await name.getAttribute('aria-expanded'), 'false');
    await press('Space');
    await tabTo(page, button('head_sign_out'));
    await press('Enter');
    await heading(window, 'out_left_title').waitFor();
    await focusIsOn(page, heading(window, 'out_left_title'));
  });
}
