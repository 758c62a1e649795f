import { folded } from '../words/folded.ts';

/** Whether a word of the title begins with what is typed; accents and capitals don't matter. */
export function fits(title: string, typed: string): boolean {
  const wanted = folded(typed.trim());
  return wanted !== '' && (folded(title).startsWith(wanted) || folded(title).split(/\s+/).some((word) => word.startsWith(wanted)));
}
