// The list of refunds as the table needs it: of the last month unless another
// period is asked for; those that wait for somebody whatever their age.
import { format } from '@meent/ui/format/format.svelte.ts';
import type { BulkAction, Description } from '@meent/ui/table/description.ts';
import type { Ask } from '@meent/ui/table/pages.ts';
import type { Snippet } from 'svelte';
import { m } from '$texts';
import { answer, client } from '../../state/api.ts';
import type { Refund } from '../../state/finance.ts';
import { refundState, refundStates } from '../../words/refund.ts';

interface Parts {
  personCell: Snippet<[Refund]>;
  stateCell: Snippet<[Refund]>;
  bulk: BulkAction<Refund>[];
}

/** How one is called where several of the same resident may stand. */
export const refundName = ({ amountCents, person, askedAt }: Refund): string => m.refund_name({ amount: format.money(amountCents), person, at: format.shortDateTime(askedAt) });

export function describeRefunds({ personCell, stateCell, bulk }: Parts): Description<Refund> {
  return {
    name: 'refunds',
    caption: m.refunds_title(),
    rowKey: ({ id }) => id,
    rowName: refundName,
    paging: 'pages',
    marked: ({ state }) => state === 'stuck',
    columns: [
      { key: 'person', title: m.finance_person(), text: ({ person }) => person, cell: personCell, least: 7 },
      { key: 'at', title: m.refund_asked_at(), text: ({ askedAt }) => format.shortDateTime(askedAt), least: 11, order: 'descending', filter: { kind: 'period', from: 'from', to: 'to', label: m.finance_period() } },
      { key: 'amount', title: m.finance_amount(), text: ({ amountCents }) => format.money(amountCents), least: 6.5, digits: true },
      { key: 'state', title: m.col_state(), text: ({ state }) => refundState(state), cell: stateCell, least: 9, filter: { kind: 'choice', parameter: 'state', label: m.refund_filter_state(), choices: refundStates() } },
      { key: 'reason', title: m.decide_reason(), text: ({ reason }) => reason ?? '–', least: 12 },
    ],
    bulk,
  };
}

export const loadRefunds = ({ query: { filters, size }, cursor }: Ask) =>
  answer(client.GET('/api/staff/refunds', { params: { query: { ...filters, limit: size ?? 25, ...(cursor ? { cursor } : {}) } } }));
