// A zone's name, in each language.
import type { FieldError } from '@meent/ui/forms/errors.ts';
import { languageNames } from '@meent/ui/language/language.svelte.ts';
import { locales } from '$texts/runtime';
import { m } from '$texts';
import { required } from '../../words/required.ts';
import type { Zone } from './types.ts';

export const blankName: Readonly<Zone['name']> = { nl: '', fr: '', de: '', en: '' };

export const nameFields = locales.map((locale) => `name-${locale}`);

export const nameErrors = (name: Zone['name']): FieldError[] =>
  locales.flatMap((locale) => required(`name-${locale}`, name[locale], m.zone_name_missing({ language: languageNames[locale] })));
