// What kind of thing a piece of a resident's data is, for the page that shows it.
export type Shape = 'group' | 'list' | 'moment' | 'money' | 'yes-no' | 'picture' | 'text' | 'nothing';

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

export function shapeOf(key: string, value: unknown): Shape {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : 'list';
  if (typeof value === 'object') return 'group';
  if (typeof value === 'boolean') return 'yes-no';
  if (typeof value === 'number' && /cents$/i.test(key)) return 'money';
  if (typeof value === 'string' && value.startsWith('/api/profile/picture')) return 'picture';
  if (typeof value === 'string' && moment.test(value)) return 'moment';
  return 'text';
}

/** An amount stands alone in a group of its own: `{"cents": 1250}` is one value. */
export function unwrapped(value: unknown): { cents: number } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [key, cents] = entries[0] ?? [];
  return entries.length === 1 && key === 'cents' && typeof cents === 'number' ? { cents } : undefined;
}
