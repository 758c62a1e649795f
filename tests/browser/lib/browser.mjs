// A person with a browser: one Chromium for each file of tests, one context for
// each visit, and an eye on everything the page complains about.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { launch } from './chromium.mjs';
import { beginning } from './combos.mjs';
import { inspect } from './inspect.mjs';
import { at } from './town.mjs';
import { languages, words } from './words.mjs';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };
/** The journeys are made on both. */
export const sizes = [phone, desktop];
export const nameOf = ({ width, height }) => `${width}×${height}`;

let started;

after(async () => (await started)?.close());

/** Which language a test speaks when it does not matter which: each in its turn. */
let turn = beginning;
export const nextLanguage = () => languages[(turn += 1) % languages.length];

/** Refusals that belong to using a site: asking who is there when nobody is. */
const everyday = [401];
/** A price is asked about what is typed halfway too, and said only once it is whole. */
const isHalfway = (response) => response.status() === 409 && response.url().endsWith('/api/parking/quotes');

/**
 * @param t the test, at whose end the browser's window closes and must have been quiet.
 * @returns a window with `page`, the words of its surface as `say`, and `inspect`.
 */
export async function visit(t, { surface = 'portal', language = 'nl', look = 'light', size = desktop, motion = false, worker = false, expects = [] } = {}) {
  const browser = await (started ??= launch());
  const context = await browser.newContext({
    baseURL: at(surface),
    viewport: size,
    locale: { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' }[language],
    timezoneId: 'Europe/Brussels',
    colorScheme: look,
    reducedMotion: motion ? 'no-preference' : 'reduce',
    hasTouch: size.width < 768,
    serviceWorkers: worker ? 'allow' : 'block',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints = [];
  watch(page, surface, [...everyday, ...expects], complaints);
  t.after(async () => {
    await context.close();
    assert.deepEqual(complaints, [], 'the browser complained');
  });
  const window = { context, page, surface, language, look, size, complaints };
  window.say = words(surface, language);
  window.inspect = (state, how) => inspect(window, state, how);
  return window;
}

/** Another tab or a page that opened by itself is watched as well. */
export function watch(page, surface, expected, complaints) {
  const ours = (address) => address.startsWith(at('portal')) || address.startsWith(at('office'));
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    // Told better below, by its status.
    if (message.text().startsWith('Failed to load resource')) return;
    if (message.text().startsWith('Service Worker registration blocked by Playwright')) return;
    complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (!ours(response.url()) || response.status() < 400 || expected.includes(response.status()) || isHalfway(response)) return;
    complaints.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
}
