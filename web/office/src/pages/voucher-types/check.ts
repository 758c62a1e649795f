// What can be seen to be wrong with a type before it is sent. The server checks
// all of it again.
import { readAmount } from '@meent/ui/format/amount.ts';
import type { FieldError } from '@meent/ui/forms/errors.ts';
import { m } from '$texts';
import { nameErrors } from '../../parts/name.ts';
import { required } from '../../words/required.ts';
import { within } from '../../words/within.ts';
import { limits, readWhole, type Typed } from './typed.ts';

export function termsErrors(typed: Typed): FieldError[] {
  const unless = (right: boolean, field: string, detail: () => string) => (right ? [] : [{ field, detail: detail() }]);
  const whole = (field: 'hours' | 'multiple' | 'most' | 'months' | 'years', least: number, greatest: number, detail: () => string) =>
    unless(within(readWhole(typed[field]), least, greatest), field, detail);
  const most = Math.min(readWhole(typed.most) || limits.codes, limits.codes);
  return [
    ...nameErrors(typed.name),
    ...whole('hours', 1, limits.hours, m.voucher_type_hours_wrong),
    ...unless(within(readAmount(typed.price), 0, limits.priceCents), 'price', m.voucher_type_price_wrong),
    ...whole('multiple', 1, most, () => m.voucher_type_multiple_wrong({ most })),
    ...whole('most', 1, limits.codes, m.voucher_type_most_wrong),
    ...required('zone', typed.zone, m.voucher_type_zone_missing()),
    ...(typed.validity === 'months' ? whole('months', 1, limits.months, m.voucher_type_months_wrong) : whole('years', 0, limits.years, m.voucher_type_years_wrong)),
  ];
}
