export interface Option {
  key: string;
  label: string;
  detail?: string;
  group?: string;
}

export interface Group {
  title: string;
  options: { option: Option; index: number }[];
}

/** Options under the title of their group, in the order they came; the index counts through. */
export function groupsOf(options: Option[]): Group[] {
  const groups: Group[] = [];
  for (const [index, option] of options.entries()) {
    const title = option.group ?? '';
    let group = groups.find((each) => each.title === title);
    if (!group) groups.push((group = { title, options: [] }));
    group.options.push({ option, index });
  }
  return groups;
}
