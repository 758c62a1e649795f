import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock } from '../../words/clock.ts';
import { digitsOf, isCode } from './code.ts';
import { stepAfter } from './steps.ts';

test('a code may be typed as apps show it', () => {
  assert.equal(digitsOf(' 123 456'), '123456');
  assert.ok(isCode('123-456'));
  for (const wrong of ['', '12345', '1234567', '12345a']) assert.ok(!isCode(wrong), wrong);
});

test('what comes after a step', () => {
  assert.deepEqual([stepAfter('second-factor'), stepAfter('enrol'), stepAfter('home')], ['code', 'set-up', undefined]);
});

test('seconds as a clock', () => {
  assert.deepEqual([clock(8), clock(60), clock(754)], ['0:08', '1:00', '12:34']);
});
