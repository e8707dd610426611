import { drizzle } from 'drizzle-orm/pg-proxy';
import { expect, test } from 'vitest';
import { EVERYBODY, UNREAD } from '@/db/testing/reading.ts';
import { EVERYTHING } from '@/db/where.ts';
import { sumsTogether } from './sums-together.ts';

/** The week of 1 January 2024, as facts count them. */
const WEEK = 1252;

/** Two counts are in one column: the second lies above the first 26 bits. */
const two = (first: number, second: number) => first + second * 2 ** 26;

/** Answers each question with one week of seven incidents: 2 and 1 in the first column of counts, 4 and 3 in the next. */
function countingFacts() {
  const statements: string[] = [];
  const facts = drizzle(async (statement) => {
    statements.push(statement);
    const counted = (statement.split(' from "fact')[0]?.split('sum(').length ?? 1) - 1;
    const figures = Array.from({ length: counted }, (_, place) => two(2 * place + 2, 2 * place + 1));
    return { rows: [[WEEK, 7, ...figures]] };
  });
  return { statements, snapshot: { facts, ...UNREAD } };
}

const BEFORE = { ...EVERYTHING, window: { from: '2023-01-01', until: '2024-01-01' } };

test('3 shares of 2 windows are 2 questions, and each gets its own counts: 1 of 2, 4 of all 7 and 1 of 2', async () => {
  const { statements, snapshot } = countingFacts();
  const { byBucket: ask } = sumsTogether(snapshot, EVERYBODY, 'week');
  const [escalated, unclassified, before] = await Promise.all([
    ask(EVERYTHING, 'escalation_rate'),
    ask(EVERYTHING, 'unclassified_share'),
    ask(BEFORE, 'repeat_rate'),
    ask(EVERYTHING, 'escalation_rate'),
  ]);
  expect(statements).toHaveLength(2);
  expect(escalated).toMatchObject([{ start: '2024-01-01', all: 7, numerator: 1, denominator: 2 }]);
  expect(unclassified).toMatchObject([{ start: '2024-01-01', all: 7, numerator: 4, denominator: 7 }]);
  expect(before).toMatchObject([{ start: '2024-01-01', all: 7, numerator: 1, denominator: 2 }]);
});

test('2 measures of 2 windows are 1 question, of which each window has its weeks: 5 of 9, and 1 of 4 before', async () => {
  const statements: string[] = [];
  const facts = drizzle(async (statement) => {
    statements.push(statement);
    return {
      rows: [
        [WEEK - 1, 1, 4, two(4, 1)],
        [WEEK, 0, 9, two(9, 5)],
      ],
    };
  });
  const { byBucket: ask } = sumsTogether({ facts, ...UNREAD }, EVERYBODY, 'week');
  const after = { ...EVERYTHING, window: { from: '2024-01-01', until: '2025-01-01' } };
  const [now, before] = await Promise.all(
    [after, BEFORE].map(async (asked) => {
      const [rate] = await Promise.all([ask(asked, 'escalation_rate'), ask(asked, 'incidents')]);
      return rate;
    }),
  );
  expect(statements).toHaveLength(1);
  expect(now).toMatchObject([{ start: '2024-01-01', all: 9, numerator: 5, denominator: 9 }]);
  expect(before).toMatchObject([{ start: '2023-12-25', all: 4, numerator: 1, denominator: 4 }]);
});

test('what is asked later is a question of its own', async () => {
  const { statements, snapshot } = countingFacts();
  const { byBucket: ask } = sumsTogether(snapshot, EVERYBODY, 'week');
  await ask(EVERYTHING, 'escalation_rate');
  const later = await ask(EVERYTHING, 'unclassified_share');
  expect(statements).toHaveLength(2);
  expect(later).toMatchObject([{ numerator: 2, denominator: 7 }]);
});

test('a failure reaches everybody who asked', async () => {
  const facts = drizzle(async () => {
    throw new Error('the copy is gone');
  });
  const { byBucket: ask } = sumsTogether({ facts, ...UNREAD }, EVERYBODY, 'week');
  const asked = await Promise.allSettled([
    ask(EVERYTHING, 'escalation_rate'),
    ask(EVERYTHING, 'unclassified_share'),
  ]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
