// What a notification says, from its kind and the little it carries.
import type { Notification } from '@meent/api';
import { m } from '$texts';

type Params = Readonly<Record<string, unknown>>;

const text = (params: Params, key: string): string => (typeof params[key] === 'string' ? params[key] : '');

export function notificationWords({ kind, params }: Pick<Notification, 'kind' | 'params'>): { text: string; href?: string } {
  const name = text(params, 'name');
  if (kind === 'invitation-accepted') return { text: m.note_accepted({ who: name || m.somebody() }), ...(name ? { href: `/staff?${new URLSearchParams({ text: name })}` } : {}) };
  if (kind === 'mail-undelivered') {
    // Which letter it was, never to whom: that is not told here.
    return text(params, 'mail').startsWith('staff-invitation') ? { text: m.note_undelivered(), href: '/staff?state=invited' } : { text: m.note_report_undelivered() };
  }
  return { text: m.note_other() };
}
