// What there is to tell about payments and refunds that are not simply done,
// newest first: what happened, and what to do, if anything.
import { check, clock, giveBack, info, wrong } from '@meent/ui/icons.ts';
import { m } from '$texts';
import type { Wallet } from '../../state/wallet.ts';

export interface NewsItem {
  id: string;
  at: string;
  amountCents: number;
  icon: string;
  tone: 'info' | 'success' | 'warning' | 'danger';
  title: (inputs: { amount: string }) => string;
  text: (inputs: { moment: string }) => string;
  reason?: string | undefined;
  href?: string;
  action?: () => string;
}

type Words = Pick<NewsItem, 'icon' | 'tone' | 'title' | 'text' | 'action'>;

const payments: Readonly<Record<string, Words>> = {
  open: { icon: info, tone: 'warning', title: m.news_open_title, text: m.news_open, action: m.news_open_action },
  pending: { icon: clock, tone: 'info', title: m.news_pending_title, text: m.news_pending, action: m.news_look },
  checking: { icon: clock, tone: 'warning', title: m.news_checking_title, text: m.news_checking, action: m.news_look },
  late: { icon: check, tone: 'success', title: m.news_late_title, text: m.news_late, action: m.news_look },
};

const refunds: Readonly<Record<string, Words>> = {
  asked: { icon: giveBack, tone: 'info', title: m.news_asked_title, text: m.news_asked },
  approved: { icon: giveBack, tone: 'info', title: m.news_approved_title, text: m.news_approved },
  paid: { icon: check, tone: 'success', title: m.news_paid_title, text: m.news_paid },
  refused: { icon: wrong, tone: 'danger', title: m.news_refused_title, text: m.news_refused },
};

/** News of a kind this page does not know yet is left out: a newer page will tell. */
export function newsOf(wallet: Wallet): NewsItem[] {
  const ofPayments = wallet.payments.map(({ id, at, amountCents, news }) => ({ id, at, amountCents, words: payments[news], href: `/top-up/${id}` }));
  const ofRefunds = wallet.refunds.map(({ id, at, amountCents, news, reason }) => ({ id, at, amountCents, words: refunds[news], reason: reason ?? undefined }));
  return [...ofPayments, ...ofRefunds]
    .flatMap(({ words, ...facts }) => (words ? [{ ...facts, ...words }] : []))
    .toSorted((one, other) => other.at.localeCompare(one.at));
}
