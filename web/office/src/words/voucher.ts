// Until when a voucher holds, in words.
import { m } from '$texts';
import { units } from './count.ts';

type Validity = { months: number } | { endOfYear: number };

export const endOfYear = (years: number): string => (years === 0 ? m.voucher_until_year_end() : m.voucher_until_later_year({ years: units(years, 'year') }));

export const validityWords = (validity: Validity): string => ('months' in validity ? units(validity.months, 'month') : endOfYear(validity.endOfYear));
