import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fits } from './fits.ts';

test('the beginning of a word, whatever its accents', () => {
  assert.ok(fits('Collègues de la ville', 'colleg') && fits('Wachtwoord wijzigen', 'WIJZ') && fits('Mijn account', 'mijn acc'));
  assert.ok(!fits('Wachtwoord', 'woord') && !fits('Start', ' '));
});
