// What is typed on the page, kept until the top-up ended (P-51).
import type { paths } from '@meent/api';
import { drafts } from '../../state/drafts.ts';

type Body = paths['/api/wallet/top-ups']['post']['requestBody']['content']['application/json'];
type Company = NonNullable<Body['company']>;

export interface Values {
  amount: string;
  paper: 'receipt' | 'invoice';
  company: Company;
}

const draft = 'top-up';
const nobody: Company = { name: '', vatNumber: '', street: '', postcode: '', town: '', country: 'BE' };

export const companyFields = ['name', 'vatNumber', 'street', 'postcode', 'town', 'country'] as const;

export function readValues(owner: string): Values {
  const values: Values = { amount: '', paper: 'receipt', company: { ...nobody } };
  try {
    const kept = JSON.parse(drafts.read(owner, draft) ?? '{}') as Partial<Values>;
    if (typeof kept.amount === 'string') values.amount = kept.amount;
    if (kept.paper === 'invoice') values.paper = 'invoice';
    for (const field of companyFields) if (typeof kept.company?.[field] === 'string') values.company[field] = kept.company[field];
  } catch {
    // What cannot be read was never kept.
  }
  return values;
}

export const keepValues = (owner: string, values: Values) => drafts.keep(owner, draft, JSON.stringify(values));
export const dropValues = () => drafts.drop(draft);

/** What is sent. A Belgian company knows its number without the letters before it. */
export function bodyOf({ paper, company }: Values, amountCents: number): Body {
  if (paper === 'receipt') return { amountCents };
  const vatNumber = company.country === 'BE' && /^\s*\d/.test(company.vatNumber) ? `BE${company.vatNumber.trim()}` : company.vatNumber.trim();
  return { amountCents, company: { ...company, vatNumber } };
}
