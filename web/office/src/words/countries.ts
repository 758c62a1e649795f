// Where cars come from, the most likely first by name. The browser knows the
// countries' names; plates show their letters.
import { language } from '@meent/ui/language/language.svelte.ts';

const codes = 'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MA MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA XK'.split(' ');
const near = ['BE', 'NL', 'FR', 'DE', 'LU', 'GB'];

export function countries(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language.current, { type: 'region' });
  const named = (value: string) => ({ value, label: names.of(value) ?? value });
  const others = codes.filter((code) => !near.includes(code)).map(named);
  others.sort((one, other) => one.label.localeCompare(other.label, language.current));
  return [...near.map(named), ...others];
}
