import { expect, test } from 'vitest';
import { toLedger } from '../analysis/recurrence/follow-up-ledger.ts';
import { toReasons } from '../analysis/recurrence/follow-up-reasons.ts';
import { followUpReasonsPanel } from './follow-up-reasons-panel.ts';

const CONTEXT = { periodWords: '18 May to 12 Nov 2026' };
const LEDGER = toLedger(
  [
    {
      team: 1,
      due: 100,
      kept: 60,
      late: 20,
      lateWithReason: 15,
      brokenWithReason: 17,
      notDueYet: 4,
      withoutDay: 3,
      incidents: 90,
    },
  ],
  [{ code: 1, id: '7', label: 'Billing north', rank: 1 }],
);

test('20 of 40 missed ones were forgotten; the link opens the incidents of all that were due', () => {
  const found = toReasons([
    { reason: 0, late: 5, broken: 3 },
    { reason: 1, late: 8, broken: 12 },
    { reason: 2, late: 7, broken: 5 },
  ]);
  const panel = followUpReasonsPanel(found, LEDGER, CONTEXT);
  expect(panel.headline).toBe(
    '“Forgotten” is the commonest reason for a missed follow-up: 20 of 40 (50.0\u00a0%)',
  );
  expect(panel.subtitle).toContain('n\u00a040 of 100 due');
  expect(panel.subtitle).toContain('32 of 40 carry a reason. Left out: 60 kept, 4 not due yet, 3 without');
  expect(panel.picture?.rows.map(({ label, figures, few }) => [label, ...figures, few])).toEqual([
    ['Forgotten', '8', '12', false],
    ['No time', '7', '5', false],
    ['No reason given', '5', '3', true],
  ]);
  expect(panel.table.total).toEqual(['All', 20, 20, 40, 1, null, null]);
  expect(panel.open?.label).toBe('Open 90\u00a0incidents with 100\u00a0follow-ups, 60 kept');
});

test('without a reason, without a miss and without a promise it says which', () => {
  const none = followUpReasonsPanel(toReasons([{ reason: 0, late: 2, broken: 1 }]), LEDGER, CONTEXT);
  expect(none.headline).toBe('None of the 3 missed follow-ups carries a reason');
  const kept = followUpReasonsPanel(toReasons([]), LEDGER, CONTEXT);
  expect([kept.headline, kept.empty, kept.picture]).toEqual([
    'No promised follow-up was missed',
    'Every follow-up that was due was kept.',
    null,
  ]);
  expect(followUpReasonsPanel(toReasons([]), toLedger([], []), CONTEXT).headline).toBe(
    'No promised follow-up is due yet',
  );
});
