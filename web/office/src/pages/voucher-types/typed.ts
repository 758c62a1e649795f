// A type as it is typed, and as the API has it. What can't be read is nothing;
// who asks says what is wrong with it (check.ts).
import { readAmount, writeAmount } from '@meent/ui/format/amount.ts';
import type { Terms, VoucherType } from './types.ts';

export interface Typed {
  id: string;
  name: Terms['name'];
  hours: string;
  price: string;
  multiple: string;
  most: string;
  zone: string;
  validity: string;
  months: string;
  years: string;
  sold: boolean;
}

export const blank: Readonly<Omit<Typed, 'name'>> = {
  id: '',
  hours: '',
  price: '',
  multiple: '1',
  most: '',
  zone: '',
  validity: 'months',
  months: '',
  years: '0',
  sold: true,
};

/** As the API limits them. */
export const limits = { hours: 100, priceCents: 100_000, codes: 100, months: 60, years: 5 } as const;

/** Where else fields of the API are typed. */
export const fieldNames: Readonly<Record<string, string>> = {
  'terms.name.nl': 'name-nl',
  'terms.name.fr': 'name-fr',
  'terms.name.de': 'name-de',
  'terms.name.en': 'name-en',
  'terms.hours': 'hours',
  'terms.priceCents': 'price',
  'terms.multiple': 'multiple',
  'terms.most': 'most',
  'terms.zone': 'zone',
  'terms.validity': 'validity',
  'terms.sold': 'sold',
};

/** Every field there may be something wrong with. */
export const fields = ['id', ...Object.values(fieldNames), 'months', 'years'];

export function readWhole(text: string): number | undefined {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
}

export function typedOf({ id, terms }: VoucherType, locale: string): Typed {
  const { name, hours, priceCents, multiple, most, zone, validity, sold } = terms;
  return {
    id,
    name: { ...name },
    hours: String(hours),
    price: writeAmount(priceCents, locale),
    multiple: String(multiple),
    most: String(most),
    zone,
    validity: 'months' in validity ? 'months' : 'endOfYear',
    months: 'months' in validity ? String(validity.months) : blank.months,
    years: 'endOfYear' in validity ? String(validity.endOfYear) : blank.years,
    sold,
  };
}

/** Once nothing is wrong with it. */
export function termsOf({ name, hours, price, multiple, most, zone, validity, months, years, sold }: Typed): Terms {
  const whole = (text: string) => readWhole(text) ?? 0;
  return {
    name,
    hours: whole(hours),
    priceCents: readAmount(price) ?? 0,
    multiple: whole(multiple),
    most: whole(most),
    zone,
    validity: validity === 'months' ? { months: whole(months) } : { endOfYear: whole(years) },
    sold,
  };
}
