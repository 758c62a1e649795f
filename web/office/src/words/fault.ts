// What the ledger's audit can find (W-30), in words, and which account it is
// about. The kinds are those of shared/ledger/src/audit.rs.
import { m } from '$texts';
import { format } from '@meent/ui/format/format.svelte.ts';
import { paymentPath } from './reference.ts';

export type Fault = Readonly<Record<string, unknown>>;

const text = (fault: Fault, key: string): string => (typeof fault[key] === 'string' || typeof fault[key] === 'number' ? String(fault[key]) : '');
const amount = (fault: Fault, key: string): string => (typeof fault[key] === 'number' ? format.money(fault[key]) : '');

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
};

/** One that is newer than this page is told as it came, so that nothing is kept back. */
export const faultWords = (fault: Fault): string => kinds[text(fault, 'is')]?.(fault) ?? m.fault_other({ what: JSON.stringify(fault) });

/** As the run-book names it (docs/OPERATIONS.md), with whole ids: that is what one looks up. */
export const faultCode = (fault: Fault): string => [text(fault, 'is'), text(fault, 'account'), text(fault, 'transfer')].filter(Boolean).join(', ');

/** The payment it is about, if it is. */
export function faultPath(fault: Fault): string | undefined {
  const [kind, id] = text(fault, 'account').split('/');
  return kind === 'refundable' && id ? paymentPath(id) : undefined;
}
