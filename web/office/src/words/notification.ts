// What a notification says, from its kind and the little it carries.
import type { Notification } from '@meent/api';
import { m } from '$texts';

type Params = Readonly<Record<string, unknown>>;

const text = (params: Params, key: string): string => (typeof params[key] === 'string' ? params[key] : '');

export function notificationWords({ kind, params }: Pick<Notification, 'kind' | 'params'>): { text: string; href?: string } {
  const given: Params = params;
  const who = text(given, 'name') || text(given, 'address') || m.somebody();
  const account = text(given, 'accountId');
  const href = account ? { href: `/staff/${encodeURIComponent(account)}` } : {};
  if (kind === 'invitation-accepted') return { text: m.note_accepted({ who }), ...href };
  if (kind === 'mail-undelivered') return { text: m.note_undelivered({ who }), ...href };
  return { text: m.note_other() };
}
