import { expect, it } from 'vitest';
import { contactVolume } from '@/db/schema/organisation.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, Invalid } from '@/lib/errors.ts';
import { parseVolumeRequest } from '@/lib/intake/volume-request.ts';
import { volumesAnswer } from '@/lib/openapi/operations.ts';
import { recordVolumes } from './record-volumes.ts';

const { records } = await testDatabase();
await makeTeams(records, 'Billing');
const NOW = new Date('2026-11-22T10:00:00Z');
const key: Viewer = { actor: 'key:1', roles: [], scopes: ['import'], teams: 'all' };
const row = { day: '2026-11-03', team: 'Billing', channel: 'phone', contacts: 400 };
const outcomes = async (rows: unknown[]) =>
  (await recordVolumes(records, key, rows, NOW)).rows.map(({ outcome }) => outcome);

it('each row is answered in its place: created, unchanged, updated, rejected', async () => {
  expect(await outcomes([row, { ...row, day: '2026-11-04', contacts: '5' }])).toEqual(['created', 'created']);
  const answer = await recordVolumes(
    records,
    key,
    [row, { ...row, day: '2026-11-04', contacts: 6 }, { ...row, team: 'Biling', contacts: 1.5 }, null],
    NOW,
  );
  expect(answer).toMatchObject({ created: 0, updated: 1, unchanged: 1, rejected: 2 });
  expect(volumesAnswer.safeParse(JSON.parse(JSON.stringify(answer))).error).toBeUndefined();
  expect(answer.rows[2]).toMatchObject({
    outcome: 'rejected',
    problems: [{ field: 'team' }, { field: 'contacts' }],
  });
  expect(answer.rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'updated', 'rejected', 'rejected']);
});

it('rows that disagree go in neither, and one that repeats is answered like the first', async () => {
  await records.delete(contactVolume);
  expect(await outcomes([row, { ...row, contacts: 401 }])).toEqual(['rejected', 'rejected']);
  expect(await records.$count(contactVolume)).toBe(0);
  expect(await outcomes([row, row])).toEqual(['created', 'created']);
  expect(await records.$count(contactVolume)).toBe(1);
});

it('a field of another name is refused, so that a slip of the pen is not a lost number', async () => {
  const answer = await recordVolumes(records, key, [{ ...row, contact: 3 }], NOW);
  expect(answer.rejected).toBe(1);
});

it('10,000 rows are taken and 10,001 refused, as is anything that is no list', () => {
  expect(parseVolumeRequest({ rows: Array(10_000).fill(row) })).toHaveLength(10_000);
  expect(() => parseVolumeRequest({ rows: Array(10_001).fill(row) })).toThrow(/at most 10,000/);
  for (const body of [null, [], { rows: {} }, { rows: [] }, 'rows']) {
    expect(() => parseVolumeRequest(body)).toThrow(Invalid);
  }
});

it('a key that reads only may not', async () => {
  const reader: Viewer = { ...key, scopes: ['read_reports', 'read_incidents'] };
  await expect(recordVolumes(records, reader, [row], NOW)).rejects.toThrow(Forbidden);
});
