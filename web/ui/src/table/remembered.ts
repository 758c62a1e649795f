// What somebody chose for a list, kept on this device: which columns, and how
// many rows a page. No personal data, so it may stay after signing out.
import { sizes, type Size } from './query.ts';

export interface Remembered {
  /** Left undefined while nobody chose: then the description decides. */
  columns?: string[];
  size?: Size;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;
const shelfName = (table: string) => `meent.table.${table}`;

/** Storage can be full, refused or filled by another version: never a reason to fail. */
export function recall(table: string, shelf: Shelf = localStorage): Remembered {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(shelfName(table)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const { columns, size } = kept as Record<string, unknown>;
    const known = sizes.find((each) => each === size);
    return {
      ...(Array.isArray(columns) && columns.every((each) => typeof each === 'string') ? { columns } : {}),
      ...(known ? { size: known } : {}),
    };
  } catch {
    return {};
  }
}

export function remember(table: string, what: Remembered, shelf: Shelf = localStorage): void {
  try {
    shelf.setItem(shelfName(table), JSON.stringify(what));
  } catch {
    // The choice holds until the page is left.
  }
}

interface Choosable {
  key: string;
  hidden?: boolean | undefined;
}

/** The columns to draw, in the description's order. The first always: it names the row. */
export function chosenColumns<C extends Choosable>(columns: C[], chosen: string[] | undefined): C[] {
  return columns.filter((column, index) => index === 0 || (chosen ? chosen.includes(column.key) : !column.hidden));
}
