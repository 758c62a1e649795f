import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPath, safeReturn } from './links.ts';

const here = new URL('https://town.example/profile?tab=1');
const click = { button: 0, defaultPrevented: false, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };
const link = (href: string) => ({ href, target: '', download: false });

test('a plain click within the site is ours', () => {
  assert.equal(ownPath(click, link('/privacy'), here), '/privacy');
  assert.equal(ownPath(click, link('https://town.example/sign-in?return=%2F'), here), '/sign-in?return=%2F');
});

test('whatever else is the browser’s', () => {
  assert.equal(ownPath({ ...click, ctrlKey: true }, link('/privacy'), here), undefined);
  assert.equal(ownPath({ ...click, button: 1 }, link('/privacy'), here), undefined);
  assert.equal(ownPath(click, { ...link('/privacy'), target: '_blank' }, here), undefined);
  assert.equal(ownPath(click, { ...link('/x.json'), download: true }, here), undefined);
  assert.equal(ownPath(click, link('https://other.example/'), here), undefined);
  assert.equal(ownPath(click, link('mailto:info@town.example'), here), undefined);
  assert.equal(ownPath(click, link('/api/sign-in/itsme?language=nl'), here), undefined);
  assert.equal(ownPath(click, link('/profile?tab=1#part'), here), undefined);
});

test('one only comes back to a page of this site', () => {
  assert.equal(safeReturn('/profile/erasure', here), '/profile/erasure');
  assert.equal(safeReturn('/profile?tab=2', here), '/profile?tab=2');
  for (const elsewhere of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/api/sign-out', '/..//evil.example', 'profile']) {
    assert.match(safeReturn(elsewhere, here), /^\/(?!\/)/);
    assert.ok(!safeReturn(elsewhere, here).startsWith('/api'));
  }
  assert.equal(safeReturn('//evil.example', here), '/');
});
