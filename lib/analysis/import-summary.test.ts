import { describe, expect, it } from 'vitest';
import { describeImport, describeSums, type ImportSummary, importLinks } from './import-summary.ts';

const done: ImportSummary = {
  id: 7,
  fileName: 'complaints.csv',
  mapping: 'cfpb',
  state: 'done',
  failure: null,
  startedAt: 0,
  seconds: 2,
  fileBytes: 561_354,
  bytesDone: 561_354,
  counts: {
    read: 3186,
    created: 3000,
    updated: 100,
    unchanged: 75,
    merged: 11,
    rejected: 0,
    unclassified: 38,
  },
  coverage: { from: '2013-06-04', until: '2017-02-24' },
};
const none = { read: 0, created: 0, updated: 0, unchanged: 0, merged: 0, rejected: 0, unclassified: 0 };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what became of a file', () => {
  it('is said in two sums: 3,186 = 3,175 + 11 + 0, and 3,175 = 3,000 + 100 + 75', () => {
    expect(describeSums(done.counts).map(plain)).toEqual([
      '3,186 rows read = 3,175 incidents + 11 merged + 0 rejected',
      '3,175 incidents = 3,000 created + 100 updated + 75 unchanged',
    ]);
  });

  it('names the dates that came in, the last day included', () => {
    expect(plain(describeImport(done))).toBe('3,175 incidents came in, 4 Jun 2013 to 23 Feb 2017.');
  });

  it('says that the same file twice changed nothing', () => {
    const again = { ...done, counts: { ...none, read: 3186, unchanged: 3175, merged: 11 } };
    expect(plain(describeImport(again))).toBe(
      'Nothing changed: what could be read was here already (3,175 incidents).',
    );
  });

  it('counts what did not go in, also where nothing did', () => {
    const counts = { ...done.counts, rejected: 5 };
    expect(plain(describeImport({ ...done, counts }))).toContain(
      '5 rows could not be read and did not go in.',
    );
    expect(plain(describeImport({ ...done, counts: { ...none, read: 1, rejected: 1 } }))).toBe(
      'Nothing came in. 1 row could not be read and did not go in.',
    );
  });

  it('says of a failure what stopped it', () => {
    const failed = { ...done, state: 'failed', failure: 'The database went away at line 1,200.' } as const;
    expect(describeImport(failed)).toBe('The database went away at line 1,200.');
    expect(describeImport({ ...failed, failure: null })).toBe('It stopped before the end of the file.');
  });

  it('says of a running one how far it is', () => {
    expect(plain(describeImport({ ...done, state: 'running' }))).toBe('Running: 3,186 rows read so far.');
  });

  it('leads to exactly what came in', () => {
    expect(importLinks(done)).toEqual({
      overview: '/?period=2013-06-04..2017-02-23',
      incidents: '/incidents?period=all&import=7',
      unclassified: '/incidents?period=all&import=7&trigger=unclassified',
    });
    expect(importLinks({ id: 7, coverage: null }).overview).toBeNull();
  });
});
