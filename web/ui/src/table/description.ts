// What a list says of itself. One DataTable draws every list of the office
// from such a description, so that all of them filter, sort, select and read
// out alike.
import type { Snippet } from 'svelte';
import type { Option } from '../combobox/options.ts';

/** A page as the API gives it. `more` with few or no items means: the read budget was spent, ask on. */
export interface Page<Row> {
  items: Row[];
  next?: string | null;
  more: boolean;
}

export interface Choice {
  value: string;
  label: string;
}

/** A filter in the head of a column (V-12). The parameters are those of the list's route. */
export type Filter =
  | { kind: 'text'; parameter: string; label: string; most?: number; placeholder?: string }
  | { kind: 'choice'; parameter: string; label: string; choices: Choice[] }
  | { kind: 'lookup'; parameter: string; label: string; placeholder: string; find: (text: string) => Promise<Option[]>; nameOf: (key: string) => Promise<string> }
  | { kind: 'period'; from: string; to: string; label: string };

/** The two values that the route's `sort` parameter takes for a column. */
export interface Sort {
  ascending: string;
  descending: string;
}

export interface Column<Row> {
  key: string;
  title: string;
  /** What the cell says in plain words; drawn as it is where there is no `cell`. */
  text: (row: Row) => string;
  cell?: Snippet<[Row]>;
  /** Least width in rem. When all columns together no longer fit, rows become cards. */
  least: number;
  filter?: Filter;
  sort?: Sort;
  /** The order the list always has, for a list that cannot be sorted otherwise. */
  order?: 'ascending' | 'descending';
  /** Digits stand under each other, at the end of the cell. */
  digits?: boolean;
  /** Left out until somebody chooses it. */
  hidden?: boolean;
}

/** What can be done with one row: an icon with a name, or a line of the row's menu. */
export interface RowAction<Row> {
  key: string;
  title: string;
  icon?: string;
  href?: (row: Row) => string;
  run?: (row: Row) => void;
  offered?: (row: Row) => boolean;
  danger?: boolean;
}

/** What can be done with all selected rows. */
export interface BulkAction<Row> {
  key: string;
  title: string;
  run: (rows: Row[]) => void;
  danger?: boolean;
}

export interface Description<Row> {
  /** Short and fixed: what is remembered for this list is kept under it. */
  name: string;
  /** The table's name for who hears it. */
  caption: string;
  /** The first column names the row and can't be left out. */
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** How a row is called in the names of its buttons. */
  rowName: (row: Row) => string;
  icons?: RowAction<Row>[];
  menu?: RowAction<Row>[];
  bulk?: BulkAction<Row>[];
  /** What opens below a row. */
  details?: Snippet<[Row]>;
  hasDetails?: (row: Row) => boolean;
  /** Rows that somebody must look at stand out; why is in one of their cells. */
  marked?: (row: Row) => boolean;
  /** Pages replace each other, each adds to what is shown, or all rows come at once. */
  paging: 'pages' | 'further' | 'whole';
}
