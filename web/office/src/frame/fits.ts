const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Whether a word of the title begins with what is typed; accents and capitals don't matter. */
export function fits(title: string, typed: string): boolean {
  const wanted = plain(typed.trim());
  return wanted !== '' && (plain(title).startsWith(wanted) || plain(title).split(/\s+/).some((word) => word.startsWith(wanted)));
}
