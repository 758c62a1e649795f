// The formatters in the reader's language of this moment.
import { language } from '../language/language.svelte.ts';
import { money } from './money.ts';
import * as times from './time.ts';

export const format = {
  money: (cents: number, currency?: string) => money(cents, language.current, currency),
  date: (moment: times.Moment) => times.date(moment, language.current),
  shortDate: (moment: times.Moment) => times.shortDate(moment, language.current),
  day: (moment: times.Moment) => times.day(moment, language.current),
  weekday: (number: number, width: 'long' | 'short' = 'long') => times.weekday(number, language.current, width),
  duration: (minutes: number) => times.duration(minutes, language.current),
  clock: (time: string) => times.clock(time, language.current),
  time: (moment: times.Moment) => times.time(moment, language.current),
  dateTime: (moment: times.Moment) => times.dateTime(moment, language.current),
  shortDateTime: (moment: times.Moment) => times.shortDateTime(moment, language.current),
};
