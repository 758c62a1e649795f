// Days with the same hours are told together: monday – thursday.
interface Hours {
  from: string;
  until: string;
}

export interface Days {
  /** 1 is Monday. */
  first: number;
  last: number;
  hours: readonly Hours[];
}

export function paidHours(week: readonly (readonly Hours[])[]): Days[] {
  const told: Days[] = [];
  for (const [index, hours] of week.entries()) {
    const before = told.at(-1);
    if (before && JSON.stringify(before.hours) === JSON.stringify(hours)) before.last = index + 1;
    else told.push({ first: index + 1, last: index + 1, hours });
  }
  return told;
}
