import { language } from '@meent/ui/language/language.svelte.ts';

const regions: Readonly<Record<string, string>> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-IE' };

/** 12.345, as each language writes it. */
export const count = (number: number): string => number.toLocaleString(regions[language.current]);
