// Payments in words: where one is, what that means, who took it and how.
import { m } from '$texts';
import type { Tone } from './tone.ts';

interface StateWords {
  name: () => string;
  means: () => string;
  tone: Tone;
}

const states: Readonly<Record<string, StateWords>> = {
  parked: { name: m.pay_parked, means: m.pay_parked_means, tone: 'bad' },
  created: { name: m.pay_created, means: m.pay_created_means, tone: 'plain' },
  open: { name: m.pay_open, means: m.pay_open_means, tone: 'plain' },
  pending: { name: m.pay_pending, means: m.pay_pending_means, tone: 'waiting' },
  paid: { name: m.pay_paid, means: m.pay_paid_means, tone: 'good' },
  cancelled: { name: m.pay_cancelled, means: m.pay_cancelled_means, tone: 'plain' },
  failed: { name: m.pay_failed, means: m.pay_failed_means, tone: 'plain' },
  expired: { name: m.pay_expired, means: m.pay_expired_means, tone: 'plain' },
  'parked-credited': { name: m.pay_credited, means: m.pay_credited_means, tone: 'good' },
  'parked-closed': { name: m.pay_closed, means: m.pay_closed_means, tone: 'plain' },
};

export const paymentState = (state: string): string => states[state]?.name() ?? state;
export const paymentMeans = (state: string): string => states[state]?.means() ?? '';
export const paymentTone = (state: string): Tone => states[state]?.tone ?? 'plain';
export const paymentStates = () => Object.keys(states).map((value) => ({ value, label: paymentState(value) }));

/** Names of firms are the same in every language. */
const firms: Readonly<Record<string, string>> = { worldline: 'Worldline', mollie: 'Mollie', bancontact: 'Bancontact', visa: 'Visa', mastercard: 'Mastercard' };

/** At the desk, and what providers call a card of no name. */
const ways: Readonly<Record<string, () => string>> = { card: m.method_card, cash: m.method_cash };

export const providerName = (provider: string): string => (provider === 'desk' ? m.provider_desk() : (firms[provider] ?? provider));
export const methodName = (method: string | null | undefined): string => (!method ? '–' : (ways[method]?.() ?? firms[method] ?? method));

const papers: Readonly<Record<string, () => string>> = { receipt: m.paper_receipt, invoice: m.paper_invoice, 'credit-note': m.paper_credit_note };

export const paperName = (kind: string): string => papers[kind]?.() ?? kind;
export const paperKinds = () => Object.keys(papers).map((value) => ({ value, label: paperName(value) }));
