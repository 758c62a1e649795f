// What the ledger's audit can find (W-30), in words, and which account it is
// about. The kinds are those of shared/ledger/src/audit.rs.
import { m } from '$texts';
import { format } from '@meent/ui/format/format.svelte.ts';
import { paymentPath, refundPath } from './reference.ts';

export type Fault = Readonly<Record<string, unknown>>;

const text = (fault: Fault, key: string): string => (typeof fault[key] === 'string' || typeof fault[key] === 'number' ? String(fault[key]) : '');
const amount = (fault: Fault, key: string): string => (typeof fault[key] === 'number' ? format.money(fault[key]) : '');

/** Of the payment it is about, as it stands on a receipt. */
const reference = (fault: Fault): string => text(fault, 'payment').toUpperCase();

const system: Readonly<Record<string, () => string>> = {
  'in-transit': m.account_in_transit,
  refunds: m.account_refunds,
  'by-hand': m.account_by_hand,
  refundability: m.account_refundability,
};

/** A resident's wallet by what the resident reads to a clerk. */
export function accountName(account: string): string {
  const [kind = '', which = ''] = account.split('/');
  const id = which.toUpperCase();
  if (kind === 'wallet') return m.account_wallet({ who: `${id.slice(0, 4)}-${id.slice(4, 8)}` });
  if (kind === 'refundable') return m.account_refundable({ reference: id });
  return system[which]?.() ?? account;
}

const unitName = (fault: Fault): string => (fault['unit'] === 'refundable-cent' ? m.unit_refundable() : m.unit_money());

const kinds: Readonly<Record<string, (fault: Fault) => string>> = {
  balance: (fault) => m.fault_balance({ account: accountName(text(fault, 'account')), row: amount(fault, 'row'), entries: amount(fault, 'entries') }),
  gap: (fault) => m.fault_gap({ account: accountName(text(fault, 'account')), number: text(fault, 'number') }),
  chain: (fault) => m.fault_chain({ account: accountName(text(fault, 'account')), number: text(fault, 'number') }),
  bound: (fault) => m.fault_bound({ account: accountName(text(fault, 'account')), transfer: text(fault, 'transfer') }),
  unbalanced: (fault) => m.fault_unbalanced({ transfer: text(fault, 'transfer') }),
  total: (fault) => m.fault_total({ amount: amount(fault, 'amount'), unit: unitName(fault) }),
  parted: (fault) => m.fault_parted({ unit: unitName(fault) }),
  orphan: (fault) => m.fault_orphan({ transfer: text(fault, 'transfer') }),
  'credited-twice': (fault) => m.fault_credited_twice({ reference: reference(fault), transfer: text(fault, 'transfer') }),
  uncredited: (fault) => m.fault_uncredited({ reference: reference(fault) }),
  lost: (fault) => m.fault_lost({ reference: reference(fault) }),
  forgotten: (fault) => m.fault_forgotten({ reference: reference(fault) }),
  'not-set-aside': (fault) => m.fault_not_set_aside({ refund: text(fault, 'refund') }),
};

/** One that is newer than this page is told as it came, so that nothing is kept back. */
export const faultWords = (fault: Fault): string => kinds[text(fault, 'is')]?.(fault) ?? m.fault_other({ what: JSON.stringify(fault) });

/** As the run-book names it (docs/OPERATIONS.md), with whole ids: that is what one looks up. */
export const faultCode = (fault: Fault): string =>
  ['is', 'account', 'payment', 'refund', 'transfer']
    .map((key) => text(fault, key))
    .filter(Boolean)
    .join(', ');

/** The payment or refund it is about, if it is. */
export function faultLink(fault: Fault): { path: string; name: string } | undefined {
  const [kind, which] = text(fault, 'account').split('/');
  const payment = kind === 'refundable' ? which : text(fault, 'payment');
  if (payment) return { path: paymentPath(payment), name: m.ledger_to_payment() };
  const refund = text(fault, 'refund');
  return refund ? { path: refundPath(refund), name: m.ledger_to_refund() } : undefined;
}
