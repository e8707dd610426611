import { describe, expect, test } from 'vitest';
import { clustersOf, unusualClusters } from './clusters.ts';

describe('letters as a reader sees them', () => {
  test('a family of three is one, so are a flag, a letter with its mark and an Indic syllable', () => {
    expect(clustersOf('a👩‍👩‍👧🇬🇧e\u0301क्षि')).toEqual(['a', '👩‍👩‍👧', '🇬🇧', 'e\u0301', 'क्षि']);
  });

  test('control characters and marks that turn text are left out, half a pair is said to be one', () => {
    expect(clustersOf('a\u0000\u202e\u200fb\ufe0f\ud83d')).toEqual(['a', 'b', '\ufffd']);
  });

  test('of a text only what is unusual is told, each once, with the letter that it belongs to', () => {
    expect(unusualClusters('Łódź, Жизнь: 中中文 1\u20e3')).toEqual([' ', '中', '文', '1\u20e3']);
    expect(unusualClusters('3 of 12 waits – “late” … €5')).toEqual([]);
  });
});
