// The texts of a site, by their key, in the language of the test: tests say
// which text they look for, and the words themselves may be improved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './town.mjs';

export const languages = ['nl', 'fr', 'de', 'en'];
const read = (...parts) => JSON.parse(readFileSync(join(root, 'web', ...parts), 'utf8'));

const known = new Map();

function textsOf(surface, language) {
  const name = `${surface} ${language}`;
  if (!known.has(name)) known.set(name, { ...read('ui/messages', `${language}.json`), ...read(surface, 'messages', `${language}.json`) });
  return known.get(name);
}

/** @returns a function from a key and its parameters to the text. */
export function words(surface, language) {
  const texts = textsOf(surface, language);
  return (key, params = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`${surface} has no text ${key} in ${language}`);
    return text.replaceAll(/\{(\w+)\}/g, (_, name) => {
      if (!(name in params)) throw new Error(`${key} wants ${name}`);
      return String(params[name]);
    });
  };
}

const townTexts = read('town/town.json');
/** A text of the town itself. */
export const ofTown = (name, language) => townTexts[name][language];
