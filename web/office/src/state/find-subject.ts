// What the audit trail is about: a colleague, a payment, a zone.
import type { Option } from '@meent/ui/combobox/options.ts';
import { subjectName } from '../words/audit.ts';
import { answer, asProblem, client } from './api.ts';
import { findPaymentOption } from './find-payment.ts';
import { findStaff, nameOfStaff } from './find-staff.ts';
import { staff } from './staff.svelte.ts';

/** As far back as the trail is read at once. */
const longest_ms = 365 * 24 * 60 * 60_000;

/** Ids of zones are words: the trail says before them what they name. */
const zone = 'zone/';

export async function findSubject(text: string): Promise<Option[]> {
  const [payments, zones, people] = await Promise.all([staff.may('finance.manage') ? findPaymentOption(text) : [], staff.may('parking.manage') ? findZones(text) : [], findStaff(text)]);
  return [...payments.map((payment) => ({ ...payment, label: subjectName({ id: payment.key, kind: 'payment', label: payment.label }) })), ...zones, ...people];
}

async function findZones(text: string): Promise<Option[]> {
  const { zones } = await answer(client.GET('/api/staff/zones'));
  const wanted = text.trim().toLowerCase();
  const found = zones.filter(({ id, name }) => [id, ...Object.values(name)].some((word) => word.toLowerCase().includes(wanted)));
  return found.map(({ id, name }) => ({ key: `${zone}${id}`, label: subjectName({ id, kind: 'zone', label: name.nl }) }));
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
  if (id.startsWith(zone)) return (await findZones(id.slice(zone.length))).find(({ key }) => key === id)?.label ?? id;
  return nameOfStaff(id);
}
