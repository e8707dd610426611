import { describe, expect, it } from 'vitest';
import { rankHits, rankOf } from './rank-hits.ts';
import { parseRecent, withRecent } from './recent-hits.ts';

describe('what a text is to a name', () => {
  it.each([
    ['skills', 'Skills', 0],
    ['ski', 'Skills', 1],
    ['log', 'Audit log', 2],
    ['au lo', 'Audit log', 2],
    ['lls', 'Skills', 3],
    ['cafe', 'Café, late', 1],
    ['x', 'Skills', null],
    ['', 'Skills', 0],
  ])('“%s” to “%s” is %s', (text, label, rank) => {
    expect(rankOf(text, label)).toBe(rank);
  });

  it('the name itself comes before its beginning, that before a word, that before letters inside; the rest is gone', () => {
    const hits = ['Subteam', 'Our team', 'Teams', 'Team', 'Skills'].map((label) => ({ label }));
    const labels = (most: number) => rankHits('team', hits, most).map(({ label }) => label);
    expect(labels(9)).toEqual(['Team', 'Teams', 'Our team', 'Subteam']);
    expect(labels(2)).toEqual(['Team', 'Teams']);
  });
});

describe('what was gone to lately', () => {
  const hit = (id: string) => ({ id, label: id, note: '', href: `/${id}` });

  it('stands first, once, and 6 at most are kept', () => {
    let recent = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduce<ReturnType<typeof hit>[]>(
      (kept, id) => withRecent(kept, hit(id)),
      [],
    );
    recent = withRecent(recent, hit('d'));
    expect(recent.map(({ id }) => id)).toEqual(['d', 'g', 'f', 'e', 'c', 'b']);
  });

  it('is read back as it was written; anything else is nothing, and an address elsewhere is left out', () => {
    expect(parseRecent(JSON.stringify([hit('a')]))).toEqual([hit('a')]);
    for (const text of [null, 'x', '{}', '[1]', '[{"id":"a"}]']) expect(parseRecent(text)).toEqual([]);
    const elsewhere = [
      { ...hit('a'), href: '//evil.example' },
      { ...hit('b'), href: 'javascript:alert(1)' },
    ];
    expect(parseRecent(JSON.stringify(elsewhere))).toEqual([]);
  });
});
