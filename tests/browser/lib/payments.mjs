// The payment provider's page, as a resident meets it, and top-ups made without
// looking at a page, for tests about what comes after.
import { randomUUID } from 'node:crypto';
import { simulators } from './town.mjs';

const paymentPage = /\/worldline\/hostedcheckout\//;
const outcomes = { paid: 'paid', pending: 'pending', refused: 'refused', declined: 'declined' };

export const atPaymentPage = (page) => page.waitForURL(paymentPage);

/** On the provider's page: pays, with what is to come of it. */
export async function pay(page, outcome = 'paid') {
  await atPaymentPage(page);
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  await page.locator(`input[name="outcome"][value="${outcomes[outcome]}"]`).check();
  await page.locator('button[name="do"][value="pay"]').click();
}

export async function cancel(page) {
  await atPaymentPage(page);
  await page.locator('button[name="do"][value="cancel"]').click();
}

/** Lets something happen to a payment at the provider: settle, settle-late and so on. */
export async function step(name, reference) {
  const answer = await fetch(`${simulators()}/worldline/control`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ step: name, payment: reference }) });
  if (!answer.ok) throw new Error(`${name} of ${reference}: ${await answer.text()}`);
}

/** A call to the portal's API as the resident of this window. */
export async function ask({ page, language }, method, path, body, headers = {}) {
  const { ok, text } = await page.evaluate(
    async ([method, path, body, headers]) => {
      const answer = await fetch(path, { method, headers: { 'Content-Type': 'application/json', ...headers }, body });
      return { ok: answer.ok, text: await answer.text() };
    },
    [method, path, body && JSON.stringify(body), { 'Accept-Language': language, ...headers }],
  );
  if (!ok) throw new Error(`${method} ${path}: ${text}`);
  return JSON.parse(text);
}

export const company = { name: 'Bakkerij Peeters', vatNumber: 'BE0123456749', street: 'Vismarkt 3', postcode: '9999', town: 'Noorderhaven', country: 'BE' };

/** Ordered, paid and asked about; gives what the API says of it then. */
export async function toppedUp(window, amountCents, { outcome = 'paid', invoice = false } = {}) {
  const body = { amountCents, ...(invoice ? { company } : {}) };
  const { id, payAt } = await ask(window, 'POST', '/api/wallet/top-ups', body, { 'Idempotency-Key': randomUUID() });
  if (outcome !== 'open') {
    const form = outcome === 'cancelled' ? { do: 'cancel' } : { do: 'pay', outcome };
    const answer = await fetch(payAt, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
    if (answer.status !== 303) throw new Error(`the payment page answered ${answer.status}`);
  }
  return ask(window, 'POST', `/api/wallet/top-ups/${id}/outcome`, {});
}
