// What residents do in the portal, in one line each.
import { newCitizen } from './citizens.mjs';

/** From the portal's page to the provider's, where one chooses who to be; comes back to the portal. */
export async function passProvider({ page }, citizen) {
  await page.locator(`button[name="citizen"][value="${citizen.nationalNumber}"]`).click();
}

/** Signed in as somebody new, who has not been asked for consent yet. */
export async function arrive(window, { citizen, provider = 'itsme' } = {}) {
  const who = citizen ?? (await newCitizen({ language: window.language }));
  await window.page.goto(`/api/sign-in/${provider}?language=${window.language}`);
  await passProvider(window, who);
  await window.page.waitForURL((url) => ['/', '/consent'].includes(url.pathname));
  return who;
}

/** Signed in, agreed, and home. */
export async function settle(window, more = {}) {
  const who = await arrive(window, more);
  const { page, say } = window;
  const yes = page.getByRole('button', { name: say('consent_text_yes') });
  await yes.or(page.getByRole('heading', { name: say('home_balance'), exact: true })).first().waitFor();
  if (await yes.isVisible()) await yes.click();
  await atHome(window);
  return who;
}

export const atHome = ({ page, say }) => page.getByRole('heading', { name: say('home_balance'), exact: true }).waitFor();

/** The h1, which is there once the page is. */
export const heading = ({ page, say }, key, params) => page.getByRole('heading', { level: 1, name: say(key, params), exact: true });
