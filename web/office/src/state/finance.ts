// Payments, refunds and papers as the API gives them.
import type { Answer } from '@meent/api';
import { answer, client } from './api.ts';

export type Payment = Answer<'/api/staff/payments/{id}', 'get'>;
export type Refund = Answer<'/api/staff/refunds/{id}', 'get'>;
export type Paper = Answer<'/api/staff/papers', 'get'>['items'][number];
export type Findings = NonNullable<Answer<'/api/staff/ledger-audit', 'get'>['last']>;

export type Resolution = 'credit' | 'close';
export type Decision = 'approve' | 'refuse' | 'try-again' | 'paid-by-hand';

const at = (id: string) => ({ params: { path: { id } } });

export const fetchPayment = (id: string) => answer(client.GET('/api/staff/payments/{id}', at(id)));
export const fetchRefund = (id: string) => answer(client.GET('/api/staff/refunds/{id}', at(id)));
export const fetchAudit = () => answer(client.GET('/api/staff/ledger-audit'));

/** By its whole reference; none when there is no such payment. */
export async function findPayment(reference: string): Promise<Payment | undefined> {
  const { items } = await answer(client.GET('/api/staff/payments', { params: { query: { reference } } }));
  return items[0];
}

export const resolvePayment = ({ id, version }: Payment, resolution: Resolution, reason: string) =>
  answer(client.POST('/api/staff/payments/{id}/resolution', { ...at(id), body: { version, resolution, reason } }));

export const decideRefund = ({ id, version }: Refund, decision: Decision, reason?: string) =>
  answer(client.POST('/api/staff/refunds/{id}/decision', { ...at(id), body: { version, decision, ...(reason ? { reason } : {}) } }));

export const paperPath = (number: string, form: 'pdf' | 'ubl'): string => `/api/staff/papers/${encodeURIComponent(number)}?form=${form}`;
