// The order this tab began before and did not see the end of: the reader came
// back by the browser's own button, or closed the payment page.
import { Problem } from '@meent/api';
import { answer, client } from '../../state/api.ts';
import { type TopUp, topUpIntention, type Wallet } from '../../state/wallet.ts';
import { dropValues } from './values.ts';

export type FormerOrder = Pick<TopUp, 'id' | 'amountCents' | 'state'>;

/** Not paid, and nothing will come of it: what was typed serves for another try. */
const failed: readonly TopUp['state'][] = ['cancelled', 'failed', 'expired'];

/** Only what can still be paid keeps its key: anything after that is another order. */
export function settleKept(owner: string, { id, state }: TopUp) {
  if (state === 'open' || topUpIntention.read(owner)?.id !== id) return;
  topUpIntention.ended(owner, id);
  if (!failed.includes(state)) dropValues();
}

/** @returns what there is to tell about it. */
export async function formerOf(owner: string): Promise<TopUp | undefined> {
  const id = topUpIntention.read(owner)?.id;
  if (id === undefined) return undefined;
  try {
    const topUp = await answer(client.POST('/api/wallet/top-ups/{id}/outcome', { params: { path: { id } }, body: {} }));
    settleKept(owner, topUp);
    return ['open', 'pending', 'paid'].includes(topUp.state) ? topUp : undefined;
  } catch (thrown) {
    // One that is not there any more is forgotten; anything else the page meets itself.
    if (!(thrown instanceof Problem)) throw thrown;
    if (thrown.code !== 'not-found') throw thrown;
    topUpIntention.ended(owner, id);
    return undefined;
  }
}

/** One that the bank decides about, wherever it was begun: paying again would pay twice. */
export function pendingOf(wallet: Wallet): FormerOrder | undefined {
  const pending = wallet.payments.find(({ news }) => news === 'pending');
  return pending && { id: pending.id, amountCents: pending.amountCents, state: 'pending' };
}
