// Where a company may be: the European Union and the United Kingdom, our own
// country first. Their names the browser knows.
import { language } from '@meent/ui/language/language.svelte.ts';

const codes = 'BE AT BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

export function countries(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language.current, { type: 'region' });
  const [own, ...others] = codes.map((value) => ({ value, label: names.of(value) ?? value }));
  others.sort((one, other) => one.label.localeCompare(other.label, language.current));
  return own ? [own, ...others] : others;
}
