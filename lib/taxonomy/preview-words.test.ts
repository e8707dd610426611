import { describe, expect, it } from 'vitest';
import { mergeSentences, rankSentences, retireSentences, separateSentences } from './preview-words.ts';
import { describePointers } from './term-pointers.ts';

const spaced = (sentences: string[]) => sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '));
const outage = { label: 'Outage', retired: false, rank: 4 };
const technical = { label: 'Technical issue' };
const paths = { changed: 7, escalated: { before: 9, after: 5 }, bounced: { before: 2, after: 2 } };

describe('what a merge changes', () => {
  const pointers = describePointers([
    { kind: 'kept_pattern', name: 'Blackouts' },
    { kind: 'kept_pattern', name: 'Slow lines' },
    { kind: 'rebase', name: null },
  ]);

  it('is how many count otherwise, what names the value, the event on charts and what comes in later', () => {
    const merge = { into: technical, before: 1200, after: 1612, paths: null };
    expect(spaced(mergeSentences({ term: outage, incidents: 412, pointers }, merge))).toEqual([
      '412 incidents of Outage count as Technical issue, which has 1,612 then instead of 1,200.',
      '2 kept patterns (Blackouts and Slow lines) show the other value from then on.',
      '1 chart with limits that begin anew has them as a whole again, since the series is another.',
      'Charts that it concerns carry today as an event, and say what was changed.',
      'It is offered in forms no more. Files that name it go on coming in, and count as the other one.',
    ]);
  });

  it('of levels is which paths, and how many were escalated; what stays the same is not told', () => {
    const merge = { into: technical, before: 1, after: 1, paths };
    const sentences = spaced(mergeSentences({ term: outage, incidents: 1, pointers: [] }, merge));
    expect(sentences.slice(0, 3)).toEqual([
      '1 incident of Outage counts as Technical issue, which has 1 then instead of 1.',
      '7 cases have another path or level reached.',
      '5 of them count as escalated then instead of 9.',
    ]);
  });
});

it('nothing is drawn on charts for a value that no incident has', () => {
  const none = { term: outage, incidents: 0, pointers: [] };
  const merge = { into: technical, before: 3, after: 3, paths: null };
  const all = [mergeSentences(none, merge), separateSentences(none, technical), retireSentences(none)].flat();
  expect(all.filter((sentence) => sentence.includes('event'))).toEqual([]);
});

it('a rank is told with the one before, a retired value with what it keeps', () => {
  expect(spaced(rankSentences(outage, { rank: 1, paths: { ...paths, changed: 1 } })).slice(0, 2)).toEqual([
    'Outage moves from rank 4 to 1.',
    '1 case has another path or level reached.',
  ]);
  expect(spaced(retireSentences({ term: outage, incidents: 2, pointers: [] }))[1]).toBe(
    '2 incidents keep it, and figures and filters show it as before.',
  );
  const retired = { term: { ...outage, retired: true }, incidents: 2, pointers: [] };
  expect(retireSentences(retired)[0]).toBe('It is offered in forms again.');
});

it('of many names five are told', () => {
  const rows = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => ({ kind: 'action' as const, name }));
  expect(describePointers(rows)[0]?.words).toBe('7\u00a0actions (A, B, C, D, E and 2 more)');
});
