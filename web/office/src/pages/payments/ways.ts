// What can be done with a payment that was set aside (W-16).
import { format } from '@meent/ui/format/format.svelte.ts';
import { m } from '$texts';
import type { Way } from '../../parts/decision.ts';
import type { Payment } from '../../state/finance.ts';
import { creditable } from './creditable.ts';

export function waysOf(payment: Payment): Way[] {
  const amount = format.money(payment.receivedCents ?? 0, payment.receivedCurrency ?? 'EUR');
  const reason = { label: m.decide_reason(), hint: m.decide_reason_trail() };
  const credit: Way = {
    value: 'credit',
    label: m.resolve_credit({ amount }),
    hint: m.resolve_credit_hint(),
    reason,
    confirm: { title: m.resolve_credit_title({ amount }), text: m.resolve_credit_text({ person: payment.person }), action: m.resolve_credit_do() },
  };
  const close: Way = {
    value: 'close',
    label: m.resolve_close(),
    hint: m.resolve_close_hint(),
    reason,
    confirm: { title: m.resolve_close_title(), text: m.resolve_close_text({ person: payment.person }), action: m.resolve_close_do(), danger: true },
  };
  return creditable(payment) ? [credit, close] : [close];
}
