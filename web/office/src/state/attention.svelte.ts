// How much waits for a finance clerk. Counted as far as one page of the list
// goes: more than that is told as "50+".
import type { Problem } from '@meent/api';
import { answer, asProblem, client } from './api.ts';

export interface Waiting {
  count: number;
  more: boolean;
}

const most = 50;
const counted = ({ items, more }: { items: unknown[]; more: boolean }): Waiting => ({ count: items.length, more });

const parked = async () => counted(await answer(client.GET('/api/staff/payments', { params: { query: { state: 'parked', limit: most } } })));
const refunds = async (state: 'asked' | 'stuck') => counted(await answer(client.GET('/api/staff/refunds', { params: { query: { state, limit: most } } })));

export const told = ({ count, more }: Waiting): string => (more ? `${count}+` : String(count));

class Attention {
  parked = $state.raw<Waiting>();
  asked = $state.raw<Waiting>();
  stuck = $state.raw<Waiting>();
  problem = $state.raw<Problem>();

  payments = () => this.#take(async () => (this.parked = await parked()));

  refunds = () =>
    this.#take(async () => {
      [this.asked, this.stuck] = await Promise.all([refunds('asked'), refunds('stuck')]);
    });

  async #take(ask: () => Promise<unknown>) {
    try {
      await ask();
      this.problem = undefined;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }
}

export const attention = new Attention();
