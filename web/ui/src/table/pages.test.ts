import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Ask, type Load, Pages, type Shown } from './pages.ts';

const rows = Array.from({ length: 5 }, (_, index) => index + 1);
const ofTwo: Load<number> = async ({ cursor }) => {
  const from = Number(cursor ?? 0);
  return { items: rows.slice(from, from + 2), next: String(from + 2), more: from + 2 < rows.length };
};

function follow(load: Load<number>) {
  const seen: Shown<number>[] = [];
  const pages = new Pages<number>(load, (shown) => seen.push(shown));
  return { pages, last: () => seen.at(-1) as Shown<number>, seen };
}

test('pages go forward and back, and stop at either end', async () => {
  const { pages, last } = follow(ofTwo);
  await pages.start({ filters: {} });
  assert.deepEqual([last().rows, last().number, last().more], [[1, 2], 1, true]);
  await pages.back();
  await pages.forward();
  await pages.forward();
  assert.deepEqual([last().rows, last().number, last().more], [[5], 3, false]);
  await pages.forward();
  await pages.back();
  assert.deepEqual([last().rows, last().number], [[3, 4], 2]);
  await pages.again();
  assert.deepEqual(last().rows, [3, 4]);
});

test('further adds below, and fetching anew starts at the top', async () => {
  const { pages, last } = follow(ofTwo);
  await pages.start({ filters: {} });
  await pages.further();
  assert.deepEqual(last().rows, [1, 2, 3, 4]);
  await pages.again();
  assert.deepEqual(last().rows, [1, 2]);
});

test('an error keeps the rows, and trying again goes on where it failed', async () => {
  let broken = false;
  const { pages, last } = follow((ask) => (broken ? Promise.reject(new Error('no connection')) : ofTwo(ask)));
  await pages.start({ filters: {} });
  broken = true;
  await pages.further();
  assert.equal(last().phase, 'failed');
  assert.deepEqual(last().rows, [1, 2]);
  broken = false;
  await pages.again();
  assert.deepEqual(last().rows, [1, 2, 3, 4]);
});

test('a late answer to an earlier question is dropped', async () => {
  const waiting: (() => void)[] = [];
  const { pages, last } = follow(({ query }: Ask) => new Promise((resolve) => waiting.push(() => resolve({ items: [Number(query.filters.n)], more: false }))));
  const first = pages.start({ filters: { n: '1' } });
  const second = pages.start({ filters: { n: '2' } });
  waiting[1]?.();
  waiting[0]?.();
  await Promise.all([first, second]);
  assert.deepEqual(last().rows, [2]);
});
