import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recallPlace, rememberPlace, type Place } from './remembered-place.ts';

const zones = [
  { id: 'centrum', name: 'Centrum', streets: ['Kerkstraat', 'Vismarkt'] },
  { id: 'haven', name: 'Haven', streets: ['Zeedijk'] },
];

function shelf(kept?: string) {
  let text = kept ?? null;
  return { getItem: () => text, setItem: (_: string, value: string) => void (text = value) };
}

test('a zone or a street is kept', () => {
  for (const place of [{ zone: 'haven' }, { zone: 'centrum', street: 'Vismarkt' }] satisfies Place[]) {
    const own = shelf();
    rememberPlace(place, own);
    assert.deepEqual(recallPlace(zones, own), place);
  }
});

test('a zone that closed, a street that moved and what is no place are asked anew', () => {
  for (const kept of ['{"zone":"strand"}', '{"zone":"haven","street":"Vismarkt"}', '{"zone":"haven","street":7}', 'null', '[]', '{', '"haven"']) assert.equal(recallPlace(zones, shelf(kept)), undefined, kept);
});

test('a device that keeps nothing is no reason to fail', () => {
  const full = { getItem: () => assert.fail('refused'), setItem: () => assert.fail('refused') };
  rememberPlace({ zone: 'haven' }, full);
  assert.equal(recallPlace(zones, full), undefined);
});
