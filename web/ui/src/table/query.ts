// What is asked of a list: filters, order and page size. It lives in the
// page's address, so a reload, a bookmark or "back" shows the same rows. The
// cursor is not part of it: that is only good for the list as it was.
import type { Column, Description, Filter } from './description.ts';

export const sizes = [10, 25, 50] as const;
export type Size = (typeof sizes)[number];

export interface TableQuery {
  filters: Readonly<Record<string, string>>;
  sort?: string;
  size?: Size;
}

type Columns = Pick<Column<never>, 'filter' | 'sort'>[];
type Described = { columns: Columns } | Pick<Description<never>, 'columns'>;

export function parametersOf(filter: Filter): string[] {
  return filter.kind === 'period' ? [filter.from, filter.to] : [filter.parameter];
}

/** Only what the description knows is taken from an address: anybody can write one. */
function accepts(filter: Filter, value: string): boolean {
  if (value === '') return false;
  if (filter.kind === 'choice') return filter.choices.some((choice) => choice.value === value);
  if (filter.kind === 'period') return /^\d{4}-\d{2}-\d{2}$/.test(value);
  return value.length <= (filter.kind === 'text' ? (filter.most ?? 100) : 100);
}

export function readQuery(search: URLSearchParams, { columns }: Described): TableQuery {
  const filters: Record<string, string> = {};
  for (const { filter } of columns) {
    if (!filter) continue;
    for (const parameter of parametersOf(filter)) {
      const value = search.get(parameter)?.trim() ?? '';
      if (accepts(filter, value)) filters[parameter] = value;
    }
  }
  const sort = search.get('sort') ?? undefined;
  const offered = columns.flatMap((column) => (column.sort ? [column.sort.ascending, column.sort.descending] : []));
  const size = sizes.find((each) => String(each) === search.get('limit'));
  return { filters, ...(sort && offered.includes(sort) ? { sort } : {}), ...(size ? { size } : {}) };
}

/** The query as an address has it, in a steady order. */
export function writeQuery(query: TableQuery): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(query.filters).sort()) {
    const value = query.filters[name];
    if (value) search.set(name, value);
  }
  if (query.sort) search.set('sort', query.sort);
  if (query.size) search.set('limit', String(query.size));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

export function withFilter(query: TableQuery, parameter: string, value: string): TableQuery {
  const { [parameter]: _, ...rest } = query.filters;
  const trimmed = value.trim();
  return { ...query, filters: trimmed === '' ? rest : { ...rest, [parameter]: trimmed } };
}

export function withoutFilters(query: TableQuery): TableQuery {
  return { ...query, filters: {} };
}

export function filterCount(query: TableQuery): number {
  return Object.keys(query.filters).length;
}

/** Pressing a column's head: ascending, then descending, then the list's own order again. */
export function turnSort(query: TableQuery, sort: { ascending: string; descending: string }): TableQuery {
  const { sort: now, ...rest } = query;
  if (now === sort.ascending) return { ...rest, sort: sort.descending };
  if (now === sort.descending) return rest;
  return { ...rest, sort: sort.ascending };
}
