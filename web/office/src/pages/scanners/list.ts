// The list of scan cars' keys as the table needs it.
import type { Answer } from '@meent/api';
import { format } from '@meent/ui/format/format.svelte.ts';
import type { Description, RowAction } from '@meent/ui/table/description.ts';
import { m } from '$texts';
import { answer, client } from '../../state/api.ts';
import { bin } from '@meent/ui/icons.ts';

export type Scanner = Answer<'/api/staff/scanners', 'get'>['items'][number];

export function describeScanners(end: (row: Scanner) => void): Description<Scanner> {
  const ending: RowAction<Scanner> = { key: 'end', title: m.scanner_end(), icon: bin, run: end, danger: true };
  return {
    name: 'scanners',
    caption: m.scanners_title(),
    rowKey: ({ id }) => id,
    rowName: ({ name }) => name,
    paging: 'whole',
    columns: [
      { key: 'name', title: m.col_name(), text: ({ name }) => name, least: 9 },
      { key: 'asked', title: m.scanner_asked(), text: ({ askedAt }) => (askedAt ? format.shortDateTime(askedAt) : m.never()), least: 9 },
      { key: 'made', title: m.scanner_made_at(), text: ({ madeAt }) => format.shortDateTime(madeAt), least: 9, order: 'descending' },
      { key: 'by', title: m.scanner_made_by(), text: ({ madeBy }) => madeBy, least: 8 },
      { key: 'ends', title: m.scanner_ends(), text: ({ endsAt }) => format.shortDate(endsAt), least: 7 },
    ],
    icons: [ending],
  };
}

/** All of them come at once: a town has a handful. */
export async function loadScanners() {
  const { items } = await answer(client.GET('/api/staff/scanners'));
  return { items, more: false };
}

export const endScanner = ({ id }: Scanner) => answer(client.DELETE('/api/staff/scanners/{id}', { params: { path: { id } } }));

export const makeScanner = (name: string) => answer(client.POST('/api/staff/scanners', { body: { name } }));
