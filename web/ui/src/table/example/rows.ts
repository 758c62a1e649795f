// Made-up rows for the example and its tests.
import type { Page } from '../description.ts';
import type { Ask } from '../pages.ts';

export interface Voucher {
  reference: string;
  address: string;
  payment: string;
  boughtOn: string;
  hours: number;
}

const streets = ['Kaai', 'Duinweg', 'Vismarkt', 'Sint-Rochusstraat'];

export const vouchers: Voucher[] = Array.from({ length: 34 }, (_, index) => ({
  reference: `B-${String(index + 1).padStart(4, '0')}`,
  address: `${streets[index % streets.length]} ${index + 1}`,
  payment: index % 3 === 0 ? 'transfer' : 'card',
  boughtOn: `2026-11-${String((index % 28) + 1).padStart(2, '0')}`,
  hours: (index % 5) * 10 + 10,
}));

/** What a route does with the query, in memory. */
export function find({ query: { filters, sort, size = 25 }, cursor }: Ask): Page<Voucher> {
  const kept = vouchers.filter(
    (row) =>
      row.address.toLowerCase().startsWith((filters['address'] ?? '').toLowerCase()) &&
      (!filters['payment'] || row.payment === filters['payment']) &&
      row.boughtOn >= (filters['from'] ?? '') &&
      row.boughtOn <= (filters['to'] ?? '9999'),
  );
  if (sort) kept.sort((a, b) => (sort.startsWith('-') ? b.hours - a.hours : a.hours - b.hours));
  const from = Number(cursor ?? 0);
  const more = from + size < kept.length;
  return { items: kept.slice(from, from + size), next: more ? String(from + size) : null, more };
}
