// A payment by its whole reference, for the search box and for the audit trail.
import type { Option } from '@meent/ui/combobox/options.ts';
import { format } from '@meent/ui/format/format.svelte.ts';
import { readReference } from '../words/reference.ts';
import { findPayment } from './finance.ts';

export async function findPaymentOption(text: string): Promise<Option[]> {
  const reference = readReference(text);
  const found = reference && (await findPayment(reference));
  return found ? [{ key: found.id, label: found.reference, detail: `${format.money(found.orderedCents)}, ${format.shortDateTime(found.orderedAt)}` }] : [];
}
