import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlate, looksBelgian, plain, written } from './plate.ts';

test('as people type them', () => {
  for (const typed of ['1-abc-234', '1 ABC 234', ' 1.abc.234 ', '１ＡＢＣ２３４', '1\u2011abc\u2013234']) assert.equal(plain(typed), '1ABC234', typed);
  for (const wrong of ['', ' - ', '1ABC🚗', 'ABCDEFGHIJKLM', 'ÉÉN1', '1/2']) assert.ok(!isPlate(wrong), wrong);
  assert.ok(isPlate('oma1'));
});

test('Belgian forms have hyphens, others stay as they are', () => {
  const cases = { '1abc234': '1-ABC-234', abc123: 'ABC-123', '123abc': '123-ABC', oma1: 'OMA1', abcdef: 'ABCDEF', '123456': '123456', '11abc234': '11ABC234', '1123abc': '1123ABC' };
  for (const [typed, shown] of Object.entries(cases)) assert.equal(written(typed, 'BE'), shown);
  assert.equal(written('1abc234', 'NL'), '1ABC234');
});

test('an unusual one is only unusual', () => {
  for (const usual of ['9abc234', 'ABC-123', '123-ABC']) assert.ok(looksBelgian(usual), usual);
  for (const other of ['0abc234', 'PAPA', '012ABC', 'AB123']) assert.ok(!looksBelgian(other), other);
});
