import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halves, readReference, typedLength } from './reference.ts';

const reference = '01JD3K7QXZ4N8V2M5T6W9YBCDE';

test('a reference is read as people type it', () => {
  assert.equal(readReference(' 01jd3k7qxz4n8-v2m5t 6w9ybcde '), reference);
  assert.deepEqual(halves(reference), ['01JD3K7QXZ4N8', 'V2M5T6W9YBCDE']);
});

test('part of one, or letters it never has, is none', () => {
  for (const typed of ['', '01JD', reference.slice(1), `${reference}0`, reference.replace('Z', 'U')]) assert.equal(readReference(typed), undefined);
  assert.equal(typedLength(' 01-jd '), 4);
});
