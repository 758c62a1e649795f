// What the audit trail is about: a colleague, a payment, a zone, a voucher type.
import type { Option } from '@meent/ui/combobox/options.ts';
import { subjectName } from '../words/audit.ts';
import { answer, asProblem, client } from './api.ts';
import { findPaymentOption } from './find-payment.ts';
import { findStaff, nameOfStaff } from './find-staff.ts';
import { staff } from './staff.svelte.ts';

/** As far back as the trail is read at once. */
const longest_ms = 365 * 24 * 60 * 60_000;

interface Named {
  id: string;
  name: { nl: string; fr: string; de: string; en: string };
}

/** Their ids are words: the trail says before them what they name. */
const named: Readonly<Record<string, () => Promise<Named[]>>> = {
  zone: async () => (await answer(client.GET('/api/staff/zones'))).zones,
  'voucher-type': async () => (await answer(client.GET('/api/staff/voucher-types'))).types.map(({ id, terms: { name } }) => ({ id, name })),
};

export async function findSubject(text: string): Promise<Option[]> {
  const kinds = staff.may('parking.manage') ? Object.keys(named) : [];
  const [payments, people, ...others] = await Promise.all([staff.may('finance.manage') ? findPaymentOption(text) : [], findStaff(text), ...kinds.map((kind) => findNamed(kind, text))]);
  return [...payments.map((payment) => ({ ...payment, label: subjectName({ id: payment.key, kind: 'payment', label: payment.label }) })), ...others.flat(), ...people];
}

async function findNamed(kind: string, text: string): Promise<Option[]> {
  const all = (await named[kind]?.()) ?? [];
  const wanted = text.trim().toLowerCase();
  const found = all.filter(({ id, name }) => [id, ...Object.values(name)].some((word) => word.toLowerCase().includes(wanted)));
  return found.map(({ id, name }) => ({ key: `${kind}/${id}`, label: subjectName({ id, kind, label: name.nl }) }));
}

/** An id does not say of what it is; the trail's own lines do, also of somebody who is gone. */
export async function nameOfSubject(id: string): Promise<string> {
  try {
    const from = new Date(Date.now() - longest_ms).toISOString().slice(0, 10);
    const { items } = await answer(client.GET('/api/audit', { params: { query: { subject: id, from, limit: 10 } } }));
    if (items[0]) return subjectName(items[0].subject);
  } catch (thrown) {
    asProblem(thrown);
  }
  const [kind = '', word] = id.split('/');
  if (word) return (await findNamed(kind, word)).find(({ key }) => key === id)?.label ?? id;
  return nameOfStaff(id);
}
