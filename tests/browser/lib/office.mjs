// A window at the office, and its lists.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { nextLanguage, visit } from './browser.mjs';

export const office = (t, more = {}) => visit(t, { surface: 'office', language: nextLanguage(), ...more });

export const rows = ({ page }) => page.locator('tbody > tr:not(.details)');
export const rowOf = (window, name) => rows(window).filter({ hasText: name });

/** A name that no other test has. */
export const unique = (first) => `${first} ${randomUUID().slice(0, 8).replaceAll(/[^a-z]/g, 'x')}`;

/** Filters stand in the head on a desk, and behind a button on a phone. */
export async function showFilters(window) {
  await rows(window).or(window.page.locator('.data-table .nothing')).first().waitFor();
  const folded = window.page.locator('.card-controls details:not([open]) > summary');
  if ((await folded.count()) > 0) await folded.click();
}

/** In the list of staff accounts, or in another by what its filter is called. */
export async function find(window, text, count = 1, filter = 'staff_filter_text') {
  await showFilters(window);
  await window.page.getByLabel(window.say(filter)).fill(text);
  await window.page.waitForURL((url) => url.searchParams.get('text') === text);
  await rows(window).filter({ hasNotText: text }).first().waitFor({ state: 'detached' });
  assert.equal(await rows(window).count(), count);
}
