// Enlarged to 200 %, larger letters, and motion for who did not ask for
// stillness (P-42).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from '../lib/browser.mjs';
import { held } from '../lib/routes.mjs';
import { atHome, settle } from '../lib/resident.mjs';

const pages = ['/', '/wallet', '/wallet/transactions', '/wallet/refund', '/top-up', '/profile', '/profile/email', '/profile/data', '/profile/sessions', '/profile/erasure', '/profile/consent', '/privacy'];

const sideways = ({ page }) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('at 200 % nothing scrolls sideways and nothing is lost', async (t) => {
  // A window of 1280 by 800, enlarged: half as many of the page's own pixels.
  const window = await visit(t, { size: { width: 640, height: 400 }, language: 'de' });
  const { page, say } = window;
  await page.goto('/sign-in');
  await page.getByRole('link', { name: say('sign_in_itsme') }).waitFor();
  assert.equal(await sideways(window), 0);
  await settle(window);
  for (const path of pages) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText(say('ui_loading')).first().waitFor({ state: 'detached' });
    assert.equal(await sideways(window), 0, path);
  }
});

test('letters twice as large stay within their page', async (t) => {
  const window = await visit(t, { size: { width: 1280, height: 800 }, language: 'de' });
  const { page, say } = window;
  await settle(window);
  for (const path of pages) {
    await page.goto(path);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await page.getByText(say('ui_loading')).first().waitFor({ state: 'detached' });
    assert.equal(await sideways(window), 0, path);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, h1, h2, p, dt, dd, label')].filter((each) => !each.closest('.unseen') && !each.classList.contains('unseen') && each.checkVisibility() && getComputedStyle(each).overflow === 'hidden' && each.scrollHeight > each.clientHeight + 2).map((each) => each.innerText),
    );
    assert.deepEqual(cut, [], path);
  }
});

test('what waits moves, unless one asked for stillness', async (t) => {
  for (const motion of [true, false]) {
    const window = await visit(t, { motion });
    const { page, say } = window;
    await settle(window);
    const hold = await held(page, '**/api/home');
    await page.reload();
    await page.getByText(say('ui_loading')).first().waitFor({ state: 'attached' });
    await page.waitForFunction((wanted) => document.getAnimations().some((each) => each.playState === 'running' && each.effect.getComputedTiming().iterations === Infinity) === wanted, motion);
    hold.letGo();
    await atHome(window);
  }
});
