// What the audit trail is about: a colleague, a payment, a refund.
import type { Option } from '@meent/ui/combobox/options.ts';
import { subjectName } from '../words/audit.ts';
import { answer, asProblem, client } from './api.ts';
import { findPaymentOption } from './find-payment.ts';
import { findStaff, nameOfStaff } from './find-staff.ts';
import { staff } from './staff.svelte.ts';

/** As far back as the trail is read at once. */
const longest_ms = 365 * 24 * 60 * 60_000;

export async function findSubject(text: string): Promise<Option[]> {
  const [payments, people] = await Promise.all([staff.may('finance.manage') ? findPaymentOption(text) : [], findStaff(text)]);
  return [...payments.map((payment) => ({ ...payment, label: subjectName({ id: payment.key, kind: 'payment', label: payment.label }) })), ...people];
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
  return nameOfStaff(id);
}
