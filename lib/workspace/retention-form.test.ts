import { expect, it } from 'vitest';
import { KEEP_ALL } from '../privacy/retention.ts';
import { parseProposal, retentionForm } from './retention-form.ts';

const FIELDS = { version: '3', words: '24', originals: ' 6 ', identities: '', remarks: '', incidents: '600' };

it('a number of months is one, and an empty field keeps for good', () => {
  expect(retentionForm.parse(FIELDS)).toEqual({
    version: 3,
    words: 24,
    originals: 6,
    identities: null,
    remarks: null,
    incidents: 600,
  });
});

it.each(['0', '601', '-1', '1.5', 'two', '99999'])('%s months are refused', (words) => {
  const parsed = retentionForm.safeParse({ ...FIELDS, words });
  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message.slice(0, 22)])).toEqual([
    ['words', 'Give a whole number of'],
  ]);
});

it('a field that is missing is refused, so that a period cannot be lost', () => {
  const { incidents: _, ...fields } = FIELDS;
  expect(retentionForm.safeParse(fields).success).toBe(false);
});

it('an address proposes periods in the place of those that hold, and none where it names none', () => {
  const current = { ...KEEP_ALL, words: 24, remarks: 6 };
  expect(parseProposal({ page: '2' }, current)).toEqual({ proposed: null, ignored: [] });
  expect(
    parseProposal({ words: '12', remarks: '', incidents: 'many', originals: ['1', '2'] }, current),
  ).toEqual({
    proposed: { ...current, words: 12, remarks: null },
    ignored: ['originals', 'incidents'],
  });
});
