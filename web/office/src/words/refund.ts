// Refunds and their parts in words. What waits for somebody comes first.
import { m } from '$texts';
import type { Tone } from './tone.ts';

interface StateWords {
  name: () => string;
  means: () => string;
  tone: Tone;
}

const states: Readonly<Record<string, StateWords>> = {
  stuck: { name: m.refund_stuck, means: m.refund_stuck_means, tone: 'bad' },
  asked: { name: m.refund_asked, means: m.refund_asked_means, tone: 'waiting' },
  approved: { name: m.refund_approved, means: m.refund_approved_means, tone: 'plain' },
  sending: { name: m.refund_sending, means: m.refund_sending_means, tone: 'plain' },
  paid: { name: m.refund_paid, means: m.refund_paid_means, tone: 'good' },
  refused: { name: m.refund_refused, means: m.refund_refused_means, tone: 'plain' },
};

export const refundState = (state: string): string => states[state]?.name() ?? state;
export const refundMeans = (state: string): string => states[state]?.means() ?? '';
export const refundTone = (state: string): Tone => states[state]?.tone ?? 'plain';
export const refundStates = () => Object.keys(states).map((value) => ({ value, label: refundState(value) }));

const parts: Readonly<Record<string, { name: () => string; tone: Tone }>> = {
  reserved: { name: m.part_reserved, tone: 'plain' },
  sent: { name: m.part_sent, tone: 'waiting' },
  paid: { name: m.part_paid, tone: 'good' },
  released: { name: m.part_released, tone: 'bad' },
  'by-hand': { name: m.part_by_hand, tone: 'good' },
};

export const partState = (state: string): string => parts[state]?.name() ?? state;
export const partTone = (state: string): Tone => parts[state]?.tone ?? 'plain';
