import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlate, plain } from './plate.ts';

test('what a keyboard reads from a car is a plate, whatever stands between', () => {
  for (const read of ['1-abc-234', '1 ABC 234', '1·ABC·234', ' 1ABC234', '１ABC234']) assert.equal(plain(read), '1ABC234');
});

test('1 to 12 letters and digits, and nothing is refused for its form', () => {
  for (const plate of ['OMA', '1-ABC-234', 'AB-123-C', 'ABCDEFGHIJ12']) assert.ok(isPlate(plate), plate);
  for (const other of ['', ' - ', 'ABCDEFGHIJK123', '1?BC234', 'ÄB12']) assert.ok(!isPlate(other), other);
});
