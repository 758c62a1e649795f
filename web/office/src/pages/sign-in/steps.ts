/** Password first, then a code of the second factor, or setting one up (P-4). */
export type Step = 'password' | 'code' | 'set-up';

/** Where the API sends somebody after a step: a further one, or nothing left to do. */
export function stepAfter(next: string): Step | undefined {
  if (next === 'second-factor') return 'code';
  if (next === 'enrol') return 'set-up';
  return undefined;
}
