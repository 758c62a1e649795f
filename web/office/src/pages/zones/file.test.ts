import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readZones, whereIn } from './file.ts';

test('what is a file of zones', () => {
  const zones = [{ id: 'centrum', rules: [] }];
  assert.deepEqual(readZones(JSON.stringify({ version: 3, zones })), zones);
  assert.deepEqual(readZones(`\uFEFF${JSON.stringify(zones)}`), zones);
  for (const other of ['', 'nl;fr', '{}', '[]', '{"zones":[]}', '{"zones":[1]}', '[{"id":"a"}]', 'null']) assert.equal(readZones(other), undefined, other);
});

test('where something is wrong', () => {
  const zones = readZones('[{"id":"centrum","rules":[]},{"id":"strand","rules":[]}]') ?? [];
  assert.equal(whereIn(zones, 'zones[1].rules[0].own.perHourCents'), 'strand, rules[0].own.perHourCents');
  assert.equal(whereIn(zones, 'zones[0]'), 'centrum');
  assert.equal(whereIn(zones, 'zones[9].id'), 'zones[9].id');
  assert.equal(whereIn(zones, 'version'), 'version');
});
