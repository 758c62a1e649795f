// A name of the town's choice in each language, and the short word beside it that
// stays for good: zones and voucher types have both.
import type { FieldError } from '@meent/ui/forms/errors.ts';
import { languageNames, type Locale } from '@meent/ui/language/language.svelte.ts';
import { locales } from '$texts/runtime';
import { m } from '$texts';
import { required } from '../words/required.ts';

export type Name = Record<Locale, string>;

export const blankName: Readonly<Name> = { nl: '', fr: '', de: '', en: '' };

export const nameFields = locales.map((locale) => `name-${locale}`);

export const nameErrors = (name: Name): FieldError[] =>
  locales.flatMap((locale) => required(`name-${locale}`, name[locale], m.name_in_missing({ language: languageNames[locale] })));

/** @param taken what to say when there is one with this code already. */
export function codeErrors(id: string, taken: string | undefined): FieldError[] {
  if (!/^[a-z0-9-]{1,24}$/.test(id)) return [{ field: 'id', detail: m.short_code_wrong() }];
  return taken ? [{ field: 'id', detail: taken }] : [];
}
