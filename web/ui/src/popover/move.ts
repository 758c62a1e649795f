// How keys move through the lines of a menu (the menu button pattern of the
// ARIA practices): arrows go round, Home and End to the ends, a letter to the
// next line that begins with it.
export function lineFor(key: string, now: number, titles: string[]): number | undefined {
  const count = titles.length;
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (now + 1) % count;
  if (key === 'ArrowUp') return (now <= 0 ? count : now) - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = key.toLocaleLowerCase();
  for (let step = 1; step <= count; step += 1) {
    const line = (now + step + count) % count;
    if (titles[line]?.toLocaleLowerCase().startsWith(letter)) return line;
  }
  return undefined;
}
