// How each outcome is told: what happened, what is kept, what to do (P-50).
import { check, clock, close, info, warning } from '@meent/ui/icons.ts';
import { m } from '$texts';
import type { TopUp } from '../../state/wallet.ts';

/** `unknown`: the provider did not answer just now, so nobody can say. */
export type Seen = TopUp['state'] | 'unknown';

export interface Words {
  tone: 'success' | 'info' | 'warning' | 'danger' | 'calm';
  icon: string;
  title: () => string;
  text: (inputs: { amount: string }) => string;
}

export const outcomes: Readonly<Record<Seen, Words>> = {
  paid: { tone: 'success', icon: check, title: m.outcome_paid_title, text: m.outcome_paid },
  pending: { tone: 'info', icon: clock, title: m.outcome_pending_title, text: m.outcome_pending },
  unknown: { tone: 'warning', icon: clock, title: m.outcome_unknown_title, text: m.outcome_unknown },
  open: { tone: 'warning', icon: info, title: m.outcome_open_title, text: m.outcome_open },
  cancelled: { tone: 'calm', icon: close, title: m.outcome_cancelled_title, text: m.outcome_cancelled },
  failed: { tone: 'danger', icon: warning, title: m.outcome_failed_title, text: m.outcome_failed },
  expired: { tone: 'calm', icon: clock, title: m.outcome_expired_title, text: m.outcome_expired },
  checking: { tone: 'warning', icon: clock, title: m.outcome_checking_title, text: m.outcome_checking },
  closed: { tone: 'info', icon: info, title: m.outcome_closed_title, text: m.outcome_closed },
};

export const seenAs = ({ state, fresh }: TopUp): Seen => (fresh || !['open', 'pending'].includes(state) ? state : 'unknown');

/** Whether asking again may tell more: the bank decides, or the paper is being made. */
export const goesOn = ({ state, paperReady }: TopUp): boolean => state === 'open' || state === 'pending' || (state === 'paid' && !paperReady);

/** One may simply begin again. */
export const mayTryAgain = (seen: Seen): boolean => ['cancelled', 'failed', 'expired'].includes(seen);
