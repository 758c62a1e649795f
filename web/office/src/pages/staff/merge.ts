// Somebody else changed the account while it was being edited (409). What was
// typed stays; what was not touched follows the other's change; both are told.
export interface Editable {
  name: string;
  roles: string[];
}
export type Field = keyof Editable;

export interface Merged {
  values: Editable;
  /** What the other changed, from what to what. */
  theirs: { field: Field; from: string[]; to: string[]; kept: boolean }[];
}

const parts = (values: Editable, field: Field): string[] => (field === 'name' ? [values.name.trim()] : [...values.roles].sort());
const same = (one: string[], other: string[]) => one.length === other.length && one.every((part, index) => part === other[index]);

export function changed(from: Editable, to: Editable): Field[] {
  return (['name', 'roles'] as const).filter((field) => !same(parts(from, field), parts(to, field)));
}

/** `kept`: our own typing differs from theirs and stands; saving again overwrites theirs. */
export function merge(base: Editable, typed: Editable, latest: Editable): Merged {
  const mine = changed(base, typed);
  const theirs = changed(base, latest).map((field) => ({
    field,
    from: parts(base, field),
    to: parts(latest, field),
    kept: mine.includes(field) && !same(parts(typed, field), parts(latest, field)),
  }));
  return {
    values: {
      name: mine.includes('name') ? typed.name : latest.name,
      roles: mine.includes('roles') ? typed.roles : latest.roles,
    },
    theirs,
  };
}
