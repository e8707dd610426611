import { expect, it } from 'vitest';
import { folderParts } from './folder-name.ts';

it.each([
  ['', []],
  ['weekly', ['weekly']],
  [' weekly/billing team ', ['weekly', 'billing team']],
  ['2026/Qualität-1.2', ['2026', 'Qualität-1.2']],
])('%o is a folder below the folder of reports', (text, parts) => {
  expect(folderParts(text)).toEqual(parts);
});

it.each([
  '..',
  '../etc',
  'a/../../etc',
  'a/..',
  '.',
  './a',
  '.ssh',
  '/etc',
  'a//b',
  'a/',
  'C:\\reports',
  'a\\..\\b',
  'a\0b',
  'a\nb',
  'a.',
  '~root',
  '$HOME',
  'a/b/c/d/e/f',
  'x'.repeat(70),
])('%o is refused', (text) => {
  expect(folderParts(text)).toBeNull();
});
