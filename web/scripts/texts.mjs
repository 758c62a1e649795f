// Reads the message files of a surface (its own and those of ui) and tells
// what is wrong with them: a text missing in a language, an empty one, one
// with other parameters than the Dutch. P-40: a missing translation fails the
// build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const locales = ['nl', 'fr', 'de', 'en'];

export function readTexts(folder, locale) {
  const { $schema: _schema, ...texts } = JSON.parse(readFileSync(join(folder, 'messages', `${locale}.json`), 'utf8'));
  return texts;
}

/** The names between braces, each once. */
export const parametersOf = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

const parameters = (text) => parametersOf(text).join(', ');

/** @returns {string[]} one sentence for each fault. */
export function faultsIn(folder) {
  const dutch = readTexts(folder, 'nl');
  const faults = [];
  for (const locale of locales) {
    const texts = readTexts(folder, locale);
    for (const key of Object.keys(dutch)) {
      const text = texts[key];
      if (typeof text !== 'string' || text.trim() === '') faults.push(`${folder}: ${locale} has no text for ${key}`);
      else if (parameters(text) !== parameters(dutch[key])) faults.push(`${folder}: ${locale} ${key} has parameters ${parameters(text) || 'none'}, nl has ${parameters(dutch[key]) || 'none'}`);
    }
    for (const key of Object.keys(texts)) if (!(key in dutch)) faults.push(`${folder}: ${locale} ${key} is not in nl`);
  }
  return faults;
}
