// Which rows of a list one asks for. It lives in the page's address, so that a
// reload, a bookmark or "back" shows the same ones; anybody can write an
// address, so only what makes sense is read from it.
import { readDay, writeDay } from '@meent/ui/table/day.ts';
import { sizes, type Size } from '@meent/ui/table/query.ts';

export interface ListFilter {
  /** The only day, when there is no last one. */
  from?: string;
  to?: string;
  invoice?: boolean;
  size: Size;
}

export const usualSize: Size = 10;

const dayIn = (text: string | null) => (text === null ? undefined : readDay(text));

export function readFilter(query: URLSearchParams): ListFilter {
  const from = dayIn(query.get('from'));
  const to = dayIn(query.get('to'));
  const size = sizes.find((each) => String(each) === query.get('limit')) ?? usualSize;
  const period = from && to && from > to ? {} : { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return { ...period, ...(query.get('invoice') === 'true' ? { invoice: true } : {}), size };
}

export function addressOf(path: string, { from, to, invoice, size }: ListFilter): string {
  const query = new URLSearchParams();
  if (from) query.set('from', from);
  if (to) query.set('to', to);
  if (invoice) query.set('invoice', 'true');
  if (size !== usualSize) query.set('limit', String(size));
  return `${path}${query.size > 0 ? `?${query}` : ''}`;
}

/** As the API takes it, for the list and for its files. */
export const askedOf = ({ from, to, invoice }: ListFilter) => ({ ...(from ? { from } : {}), ...(to ? { to } : {}), ...(invoice ? { invoice } : {}) });

export const isFiltered = ({ from, to, invoice }: ListFilter): boolean => Boolean(from ?? to ?? invoice);

/** The filter as it stands in the form. */
export function typedOf({ from = '', to = '', invoice = false }: ListFilter): Typed {
  const isDay = to === '';
  return { kind: isDay ? 'day' : 'period', day: isDay ? writeDay(from) : '', from: isDay ? '' : writeDay(from), to: writeDay(to), invoice };
}

export interface Typed {
  kind: 'day' | 'period';
  day: string;
  from: string;
  to: string;
  invoice: boolean;
}

export interface Wrong {
  field: 'day' | 'from' | 'to';
  why: 'no-day' | 'order';
}

/** What was typed as a filter, or what is wrong with it. Left empty means: all of them. */
export function filterOf({ kind, day, from, to, invoice }: Typed, size: Size, today: string): { filter: ListFilter } | { wrong: Wrong[] } {
  const typed = kind === 'day' ? { day } : { from, to };
  const read = Object.fromEntries(Object.entries(typed).map(([field, text]) => [field, text.trim() === '' ? '' : readDay(text)]));
  const wrong = Object.entries(read).flatMap(([field, value]): Wrong[] => (value === undefined ? [{ field: field as Wrong['field'], why: 'no-day' }] : []));
  if (wrong.length > 0) return { wrong };
  const first = read['day'] ?? read['from'];
  const last = read['to'];
  if (first && last && first > last) return { wrong: [{ field: 'to', why: 'order' }] };
  // A period without an end goes on until now; to the API it would be a single day.
  const openEnd = kind === 'period' && first && !last;
  const until = openEnd ? (first > today ? first : today) : last;
  return { filter: { ...(first ? { from: first } : {}), ...(until ? { to: until } : {}), ...(invoice ? { invoice } : {}), size } };
}
