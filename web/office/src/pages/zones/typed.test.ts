import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rules } from './types.ts';
import { fieldOf, readCents, readEnd, readStay, readStreets, rulesOf, typedOf, writeCents, writeStay } from './typed.ts';

test('amounts as people type them', () => {
  for (const text of ['2,20', '2.20', '2,2', '€ 2,20', '2,20 €', ' 2.2 ']) assert.equal(readCents(text), 220, text);
  assert.deepEqual(['0', '100', '0,05'].map(readCents), [0, 10_000, 5]);
  for (const text of ['', '-1', '2,205', 'gratis', '1e3', '2,2,2']) assert.equal(readCents(text), undefined, text);
  assert.deepEqual([220, 5, 10_000].map(writeCents), ['2,20', '0,05', '100,00']);
});

test('hours of a stay, and the end of a day', () => {
  for (const text of ['2:30', '2u30', '2h30', '2.30']) assert.equal(readStay(text), 150, text);
  assert.deepEqual(['10', '10u', '0:45', '168:00'].map(readStay), [600, 600, 45, 10_080]);
  for (const text of ['', '2:75', 'lang', '-2']) assert.equal(readStay(text), undefined, text);
  assert.equal(writeStay(605), '10:05');
  assert.deepEqual(['24:00', '24', '24u00', '0:00', '24:30'].map(readEnd), ['24:00', '24:00', '24:00', '00:00', undefined]);
});

test('streets as they are pasted', () => {
  const lines = readStreets('9999 Kerkstraat\n\n9999\tGrote  Markt \r\n9999;Vismarkt\nZeedijk\n999 Kaai');
  assert.deepEqual(lines.map(({ number, postcode, name }) => `${number} ${postcode ?? '?'} ${name}`), ['1 9999 Kerkstraat', '3 9999 Grote Markt', '4 9999 Vismarkt', '5 ? Zeedijk', '6 ? 999 Kaai']);
});

test('what is typed comes back as it was', () => {
  const rules: Rules = {
    from: '2027-01-01',
    hours: [[{ from: '09:00', until: '12:00' }, { from: '13:00', until: '24:00' }], [], [], [], [], [], []],
    holidays: 'as-sunday',
    own: { perHourCents: 220, stepCents: 5 },
    visitors: { perHourCents: 0, stepCents: 10 },
    longestStayMinutes: 150,
    streets: [{ postcode: '9999', name: 'Kerkstraat' }],
  };
  assert.deepEqual(rulesOf(typedOf(rules)), rules);
  const { longestStayMinutes: _, ...without } = rules;
  assert.deepEqual(rulesOf(typedOf(without)), without);
});

test('the API’s fields are those of the page', () => {
  const pairs = { 'rules[2].own.perHourCents': 'own', 'rules.visitors.stepCents': 'visitorsStep', 'rules[1].hours[3][0].until': 'hours-3-0', 'rules[1].hours[3]': 'hours-3', 'rules[0].streets[7].name': 'streets', 'rules[0].from': 'from', 'name.nl': 'name-nl', id: 'id', closes: 'closes' };
  for (const [theirs, ours] of Object.entries(pairs)) assert.equal(fieldOf(theirs), ours);
});
