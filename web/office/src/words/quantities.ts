/** How many are sold at once: 5, 10 … 50. The last may be less than the most. */
export function quantities(multiple: number, most: number): string {
  const times = Math.trunc(most / multiple);
  if (times > 4) return `${multiple}, ${2 * multiple} … ${times * multiple}`;
  return Array.from({ length: times }, (_, index) => (index + 1) * multiple).join(', ');
}
