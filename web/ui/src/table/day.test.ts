import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDay, writeDay } from './day.ts';

test('days as people write them', () => {
  for (const text of ['21/11/2026', '21-11-2026', ' 21.11.2026 ', '21 11 2026', '2026-11-21']) assert.equal(readDay(text), '2026-11-21');
  assert.equal(readDay('1/2/2026'), '2026-02-01');
});

test('what is no day', () => {
  for (const text of ['', '31/11/2026', '11/21/2026', '21/11/26', 'morgen', '29/02/2026', '0/0/2026']) assert.equal(readDay(text), undefined, text);
});

test('a day is written day first', () => {
  assert.equal(writeDay('2026-11-01'), '01/11/2026');
  assert.equal(writeDay(''), '');
});
