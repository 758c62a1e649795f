// One way to decide about something that waits, and what must be said with it.
import type { FieldError } from '@meent/ui/forms/errors.ts';
import { m } from '$texts';

export interface Way {
  value: string;
  label: string;
  /** What it does, in plain words. */
  hint: string;
  /** Asked for with this way; without it none is. */
  reason?: { label: string; hint: string };
  confirm: { title: string; text: string; action: string; danger?: boolean };
}

export interface Decided {
  decision: string;
  reason: string;
}

/** As the API takes a reason. */
export const longestReason = 100;

export function decisionErrors({ decision, reason }: Decided, ways: readonly Way[]): FieldError[] {
  const way = ways.find(({ value }) => value === decision);
  if (!way) return [{ field: 'decision', detail: m.decide_missing() }];
  return way.reason && reason.trim() === '' ? [{ field: 'reason', detail: m.decide_reason_missing() }] : [];
}
