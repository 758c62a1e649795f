import { language } from '@meent/ui/language/language.svelte.ts';

const regions: Readonly<Record<string, string>> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-IE' };

/** 12.345, as each language writes it. */
export const count = (number: number): string => number.toLocaleString(regions[language.current]);

/** 12 maanden, 1 jaar */
export const units = (number: number, unit: 'month' | 'year'): string => new Intl.NumberFormat(regions[language.current], { style: 'unit', unit, unitDisplay: 'long' }).format(number);
