// What can be decided about a refund where it is now (W-17).
import { format } from '@meent/ui/format/format.svelte.ts';
import { m } from '$texts';
import type { Way } from '../../parts/decision.ts';
import type { Decision, Refund } from '../../state/finance.ts';
import { left_cents } from './left.ts';

export function waysOf(refund: Refund): Way[] {
  const { state, amountCents, person } = refund;
  const amount = format.money(amountCents);
  if (state === 'asked') {
    return [
      { value: 'approve', label: m.refund_approve(), hint: m.refund_approve_text(), confirm: { title: m.refund_approve_title({ amount }), text: m.refund_approve_sure({ person }), action: m.refund_approve() } },
      {
        value: 'refuse',
        label: m.refund_refuse(),
        hint: m.refund_refuse_text(),
        reason: { label: m.decide_reason(), hint: m.refund_refuse_reason() },
        confirm: { title: m.refund_refuse_title({ amount }), text: m.refund_refuse_sure({ person }), action: m.refund_refuse(), danger: true },
      },
    ];
  }
  if (state === 'stuck') {
    const left = format.money(left_cents(refund));
    return [
      { value: 'try-again', label: m.refund_again(), hint: m.refund_again_text(), confirm: { title: m.refund_again_title(), text: m.refund_again_sure(), action: m.refund_again() } },
      {
        value: 'paid-by-hand',
        label: m.refund_by_hand_amount({ amount: left }),
        hint: m.refund_by_hand_text(),
        reason: { label: m.decide_reason(), hint: m.refund_by_hand_reason() },
        confirm: { title: m.refund_by_hand_title({ amount: left }), text: m.refund_by_hand_sure(), action: m.refund_by_hand() },
      },
    ];
  }
  return [];
}

const done: Readonly<Record<Decision, () => string>> = { approve: m.refund_approved_done, refuse: m.refund_refused_done, 'try-again': m.refund_again_done, 'paid-by-hand': m.refund_by_hand_done };

export const decidedWords = (decision: Decision): string => done[decision]();
