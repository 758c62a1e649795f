// What the wallet's routes answer, under short names, and the balance they all say.
import type { Answer } from '@meent/api';
import { answer, client } from './api.ts';
import { drafts } from './drafts.ts';
import { Intention } from '@meent/ui/forms/intention.ts';
import { resident } from './resident.svelte.ts';

export type Wallet = Answer<'/api/wallet', 'get'>;
export type TransactionList = Answer<'/api/wallet/transactions', 'get'>;
export type Transaction = TransactionList['items'][number];
export type TopUp = Answer<'/api/wallet/top-ups/{id}', 'get'>;

export const topUpIntention = new Intention(drafts, 'top-up.intention');
export const refundIntention = new Intention(drafts, 'refund.intention');

export async function loadWallet(): Promise<Wallet> {
  const wallet = await answer(client.GET('/api/wallet'));
  resident.takeBalance(wallet.balanceCents, wallet.asOf);
  return wallet;
}
