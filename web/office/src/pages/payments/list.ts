// The list of payments as the table needs it: newest first, of the last month
// unless another period is asked for; those set aside whatever their age.
import { format } from '@meent/ui/format/format.svelte.ts';
import type { Description } from '@meent/ui/table/description.ts';
import type { Ask } from '@meent/ui/table/pages.ts';
import type { Snippet } from 'svelte';
import { m } from '$texts';
import { answer, client } from '../../state/api.ts';
import type { Payment } from '../../state/finance.ts';
import { methodName, paperName, paymentState, paymentStates, providerName } from '../../words/payment.ts';
import { readReference } from '../../words/reference.ts';

interface Parts {
  referenceCell: Snippet<[Payment]>;
  personCell: Snippet<[Payment]>;
  receivedCell: Snippet<[Payment]>;
  stateCell: Snippet<[Payment]>;
}

export const received = ({ receivedCents, receivedCurrency }: Payment): string => (receivedCents === undefined || receivedCents === null ? '–' : format.money(receivedCents, receivedCurrency ?? 'EUR'));

export function describePayments({ referenceCell, personCell, receivedCell, stateCell }: Parts): Description<Payment> {
  return {
    name: 'payments',
    caption: m.payments_title(),
    rowKey: ({ id }) => id,
    rowName: ({ reference }) => reference,
    paging: 'pages',
    marked: ({ state }) => state === 'parked',
    columns: [
      { key: 'reference', title: m.payment_reference(), text: ({ reference }) => reference, cell: referenceCell, least: 10, filter: { kind: 'text', parameter: 'reference', label: m.payment_filter_reference(), placeholder: m.payment_reference_hint(), most: 40 } },
      { key: 'at', title: m.payment_ordered_at(), text: ({ orderedAt }) => format.shortDateTime(orderedAt), least: 10, order: 'descending', filter: { kind: 'period', from: 'from', to: 'to', label: m.finance_period() } },
      { key: 'person', title: m.finance_person(), text: ({ person }) => person, cell: personCell, least: 6 },
      { key: 'ordered', title: m.payment_ordered(), text: ({ orderedCents }) => format.money(orderedCents), least: 5.5, digits: true },
      { key: 'received', title: m.payment_received(), text: received, cell: receivedCell, least: 5.5, digits: true },
      { key: 'state', title: m.col_state(), text: ({ state }) => paymentState(state), cell: stateCell, least: 9, filter: { kind: 'choice', parameter: 'state', label: m.payment_filter_state(), choices: paymentStates() } },
      { key: 'method', title: m.payment_method(), text: ({ method }) => methodName(method), least: 6 },
      { key: 'provider', title: m.payment_provider(), text: ({ provider }) => providerName(provider), least: 6, hidden: true },
      { key: 'paper', title: m.finance_paper(), text: ({ paper, paperNumber }) => (paperNumber ? `${paperName(paper)} ${paperNumber}` : '–'), least: 8, hidden: true },
    ],
  };
}

export async function loadPayments({ query: { filters, size }, cursor }: Ask) {
  const { reference, ...others } = filters;
  // Part of a reference finds nothing: the page says what is missing instead.
  const whole = readReference(reference ?? '');
  if (reference && !whole) return { items: [], more: false };
  return answer(client.GET('/api/staff/payments', { params: { query: { ...others, ...(whole ? { reference: whole } : {}), limit: size ?? 25, ...(cursor ? { cursor } : {}) } } }));
}
