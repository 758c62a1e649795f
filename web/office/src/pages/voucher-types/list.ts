// The voucher types as the table needs them. There are few: all come at once, and
// are filtered here.
import { format } from '@meent/ui/format/format.svelte.ts';
import { pencil } from '@meent/ui/icons.ts';
import { language } from '@meent/ui/language/language.svelte.ts';
import type { Description } from '@meent/ui/table/description.ts';
import type { Ask } from '@meent/ui/table/pages.ts';
import type { Snippet } from 'svelte';
import { m } from '$texts';
import type { Zone } from '../../state/zones.ts';
import { folded } from '../../words/folded.ts';
import { quantities } from '../../words/quantities.ts';
import { validityWords } from '../../words/voucher.ts';
import { fetchAll, typePath } from './api.ts';
import type { Terms, VoucherType } from './types.ts';

export interface Row extends VoucherType {
  zone: string;
}

export const typeName = ({ terms }: VoucherType): string => terms.name[language.current];
export const soldWords = ({ sold }: Terms): string => (sold ? m.voucher_type_sold() : m.voucher_type_not_sold());

/** One that is not open today goes by its code. */
export const zoneName = (zones: readonly Zone[], zone: string): string => zones.find(({ id }) => id === zone)?.name ?? zone;

export function describeTypes(nameCell: Snippet<[Row]>, soldCell: Snippet<[Row]>): Description<Row> {
  return {
    name: 'voucher-types',
    caption: m.voucher_types_title(),
    rowKey: ({ id }) => id,
    rowName: typeName,
    paging: 'whole',
    columns: [
      { key: 'name', title: m.col_name(), text: typeName, cell: nameCell, least: 10, order: 'ascending', filter: { kind: 'text', parameter: 'text', label: m.voucher_types_filter() } },
      { key: 'hours', title: m.voucher_type_hours(), text: ({ terms }) => String(terms.hours), least: 5, digits: true },
      { key: 'price', title: m.voucher_type_price(), text: ({ terms }) => format.money(terms.priceCents), least: 6, digits: true },
      { key: 'quantities', title: m.voucher_type_quantities(), text: ({ terms }) => quantities(terms.multiple, terms.most), least: 7 },
      { key: 'zone', title: m.zone_one(), text: ({ zone }) => zone, least: 7 },
      { key: 'valid', title: m.voucher_type_valid(), text: ({ terms }) => validityWords(terms.validity), least: 9 },
      { key: 'sold', title: m.col_state(), text: ({ terms }) => soldWords(terms), cell: soldCell, least: 8 },
    ],
    icons: [{ key: 'edit', title: m.edit(), icon: pencil, href: ({ id }) => typePath(id) }],
  };
}

export async function loadTypes({ query: { filters } }: Ask) {
  const { types, zones } = await fetchAll();
  const wanted = folded(filters['text'] ?? '');
  const found = types.types.filter(({ id, terms }) => [id, ...Object.values(terms.name)].some((word) => folded(word).includes(wanted)));
  const rows: Row[] = found.map((type) => ({ ...type, zone: zoneName(zones, type.terms.zone) }));
  return { items: rows.sort((one, other) => typeName(one).localeCompare(typeName(other), language.current)), more: false };
}
