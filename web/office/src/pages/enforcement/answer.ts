// What an answer comes to for who stands beside the car.
import type { Answer } from '@meent/api';
import { format } from '@meent/ui/format/format.svelte.ts';
import { isoDay } from '@meent/ui/format/time.ts';
import { m } from '$texts';
import type { Tone } from '../../words/tone.ts';

export type Answers = Answer<'/api/staff/plate-checks', 'post'>;
export type PlateAnswer = Answers['items'][number];

/** `wait`: not now, but its right may still come. */
export type Verdict = 'may' | 'free' | 'since' | 'wait' | 'not';

export function verdictOf({ mayStand, why, askAgainAt }: PlateAnswer): Verdict {
  if (!mayStand) return askAgainAt ? 'wait' : 'not';
  if (why === 'free') return 'free';
  return why === 'booked-since' ? 'since' : 'may';
}

const words: Readonly<Record<Verdict, () => string>> = { may: m.verdict_may, free: m.verdict_free, since: m.verdict_since, wait: m.verdict_wait, not: m.verdict_not };
export const verdictName = (verdict: Verdict): string => words[verdict]();

const tones: Readonly<Record<Verdict, Tone>> = { may: 'good', free: 'good', since: 'good', wait: 'waiting', not: 'bad' };
export const verdictTone = (verdict: Verdict): Tone => tones[verdict];

/** The time alone today; on another day, which. */
export const momentWords = (moment: string, from: string): string => (isoDay(moment) === isoDay(from) ? format.time(moment) : `${format.day(moment)}, ${format.time(moment)}`);

/** What follows from it, in a sentence or two. */
export function explained(answer: PlateAnswer, askedAt: string): string {
  const until = answer.until ? momentWords(answer.until, askedAt) : undefined;
  switch (verdictOf(answer)) {
    case 'may':
      return until ? m.verdict_may_until({ until }) : '';
    case 'since':
      return [answer.from ? m.verdict_since_from({ from: format.time(answer.from) }) : '', until ? m.verdict_may_until({ until }) : ''].filter(Boolean).join(' ');
    case 'free':
      return until ? m.verdict_free_until({ until }) : m.verdict_free_long();
    case 'wait':
      return m.verdict_wait_until({ until: format.time(answer.askAgainAt ?? askedAt) });
    case 'not':
      return m.verdict_not_why();
  }
}
