// Receipts and invoices as the table needs them (W-11).
import { format } from '@meent/ui/format/format.svelte.ts';
import type { Description } from '@meent/ui/table/description.ts';
import type { Ask } from '@meent/ui/table/pages.ts';
import type { Snippet } from 'svelte';
import { m } from '$texts';
import { answer, client } from '../../state/api.ts';
import type { Paper } from '../../state/finance.ts';
import { paperKinds, paperName } from '../../words/payment.ts';

interface Parts {
  paymentCell: Snippet<[Paper]>;
  openCell: Snippet<[Paper]>;
}

export function describePapers({ paymentCell, openCell }: Parts): Description<Paper> {
  return {
    name: 'papers',
    caption: m.papers_title(),
    rowKey: ({ number }) => number,
    rowName: ({ kind, number }) => `${paperName(kind)} ${number}`,
    paging: 'pages',
    columns: [
      { key: 'number', title: m.paper_number(), text: ({ number }) => number, least: 9 },
      { key: 'kind', title: m.paper_kind(), text: ({ kind }) => paperName(kind), least: 8, filter: { kind: 'choice', parameter: 'kind', label: m.paper_filter_kind(), choices: paperKinds() } },
      { key: 'at', title: m.paper_drawn_at(), text: ({ drawnAt }) => format.shortDateTime(drawnAt), least: 11, order: 'descending', filter: { kind: 'period', from: 'from', to: 'to', label: m.finance_period() } },
      { key: 'amount', title: m.finance_amount(), text: ({ amountCents }) => format.money(amountCents), least: 6.5, digits: true },
      { key: 'payment', title: m.payment_one(), text: ({ paymentReference }) => paymentReference, cell: paymentCell, least: 11 },
      { key: 'open', title: m.paper_open(), text: () => '', cell: openCell, least: 11 },
    ],
  };
}

export const loadPapers = ({ query: { filters, size }, cursor }: Ask) =>
  answer(client.GET('/api/staff/papers', { params: { query: { ...filters, limit: size ?? 25, ...(cursor ? { cursor } : {}) } } }));
