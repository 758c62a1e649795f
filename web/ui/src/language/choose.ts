/** The first wish that is known, by its language alone (fr-BE is fr); else the first known one. */
export function firstKnown<L extends string>(known: readonly [L, ...L[]], wishes: readonly (string | null)[]): L {
  for (const wish of wishes) {
    const short = wish?.toLowerCase().split('-')[0];
    const found = known.find((locale) => locale === short);
    if (found) return found;
  }
  return known[0];
}
