// Residents who pay and ask back, over the portal's API and the simulator of
// the payment provider, so that the finance office has something to look at.
import { randomUUID } from 'node:crypto';
import { newCitizen } from '../lib/citizens.mjs';
import { demoColleague, OfficeClient } from '../lib/colleagues.mjs';
import { at, simulators } from '../lib/town.mjs';
import { until } from '../lib/until.mjs';

/** Tells the payment provider what to do, as its control page does. */
export async function orderProvider(command) {
  const answer = await fetch(`${simulators()}/worldline/control`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) });
  if (!answer.ok) throw new Error(`the payment provider does not take ${JSON.stringify(command)}: ${await answer.text()}`);
}

class Payer {
  #cookies = new Map();

  async #send(path, more = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, at('portal')), { redirect: 'manual', ...more, headers: { origin: at('portal'), cookie, 'accept-language': 'nl', ...more.headers } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.#cookies.set(name, value);
    }
    return answer;
  }

  /** @returns what the API answers, for a change with a key of its own. */
  async ask(method, path, body) {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const answer = await this.#send(path, body ? { method, headers, body: JSON.stringify(body) } : { method });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async signIn(citizen) {
    const toProvider = (await this.#send('/api/sign-in/itsme?language=nl')).headers.get('location');
    const chosen = await fetch(toProvider, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ citizen: citizen.nationalNumber }) });
    await this.#send(chosen.headers.get('location'));
    const { textVersion } = await this.ask('GET', '/api/consent');
    await this.ask('POST', '/api/consent', { decision: 'yes', textVersion, language: 'nl' });
  }

  /** Orders a top-up and leaves it on the provider's page. */
  order = (amountCents, company) => this.ask('POST', '/api/wallet/top-ups', { amountCents, ...(company ? { company } : {}) });

  /** Orders a top-up and pays it: credited. */
  pay = (amountCents, company) => this.#pay('paid', amountCents, { company });

  /** Pays other money than ordered: set aside, credited to nobody (W-16). */
  payOther = (amountCents, fault = 'wrong-amount') => this.#pay('checking', amountCents, { fault });

  /**
   * What the provider is told to do wrong, it does with the next payment of whomever. So it is told
   * right before one pays, and one who got what was meant for somebody else begins again.
   */
  async #pay(wanted, amountCents, { company, fault }) {
    for (;;) {
      const { id, payAt } = await this.order(amountCents, company);
      if (fault) await orderProvider({ misbehave: fault, times: 1 });
      await fetch(payAt, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ do: 'pay', method: 'bancontact', outcome: 'paid' }) });
      const { state, reference } = await until('a top-up that has ended', async () => {
        const shown = await this.ask('GET', `/api/wallet/top-ups/${id}`);
        return ['paid', 'checking'].includes(shown.state) && shown;
      });
      if (state === wanted) return { id, reference, amountCents };
    }
  }

  askBack = (amountCents) => this.ask('POST', '/api/wallet/refunds', { amountCents });

  balance_cents = async () => (await this.ask('GET', '/api/wallet')).balanceCents;
}

/** Somebody new, with a wallet. */
export async function newPayer() {
  const payer = new Payer();
  await payer.signIn(await newCitizen());
  return payer;
}

/** A finance clerk at work somewhere else. */
export async function otherClerk() {
  const clerk = new OfficeClient();
  await clerk.signIn(demoColleague('finance'));
  return {
    payment: (id) => clerk.ask('GET', `/api/staff/payments/${id}`),
    refund: (id) => clerk.ask('GET', `/api/staff/refunds/${id}`),
    resolve: async (id, resolution, reason = 'Elders bekeken') => clerk.ask('POST', `/api/staff/payments/${id}/resolution`, { version: (await clerk.ask('GET', `/api/staff/payments/${id}`)).version, resolution, reason }),
    decide: async (id, decision, reason) => clerk.ask('POST', `/api/staff/refunds/${id}/decision`, { version: (await clerk.ask('GET', `/api/staff/refunds/${id}`)).version, decision, ...(reason ? { reason } : {}) }),
  };
}

export const company = { name: 'Bakkerij De Korrel bv', vatNumber: 'BE0403019261', street: 'Marktplein 4', postcode: '9999', town: 'Noorderhaven', country: 'BE' };
