import { expect, test } from 'vitest';
import { seedRandom } from '@/db/seed/random.ts';
import { judgedLengths, watch } from '@/lib/analysis/watch.ts';
import { findings } from '@/lib/charts/findings-fixture.ts';
import { expectedFalseFlags } from '@/lib/statistics/false-alarms/expected-false-flags.ts';

const WEEKS = 25;

test('in 450 counts and 300 shares in which nothing happens, chance flags at most twice what the rules say', () => {
  const random = seedRandom(7);
  const binomial = (of: number, share: number) =>
    Array.from({ length: of }, () => random.chance(share)).filter(Boolean).length;
  // A binomial of many chances is Poisson's law to the precision that matters here.
  const eventsOf = (mean: number) => binomial(400, mean / 400);
  const counts = [3, 5, 12].flatMap((mean) =>
    Array.from({ length: 150 }, () => Array.from({ length: WEEKS }, () => eventsOf(mean))),
  );
  const shares = [
    [10, 0.35],
    [40, 0.1],
  ].flatMap(([of = 0, share = 0]) =>
    Array.from({ length: 150 }, () =>
      Array.from({ length: WEEKS }, () => [binomial(of, share), of] as const),
    ),
  );
  const list = watch([
    ...counts.map((weeks) => ({ findings: findings('incidents', { weeks }), of: null })),
    ...shares.map((weeks) => ({ findings: findings('escalation_rate', { weeks }), of: null })),
  ]);
  const judged = judgedLengths(list);
  expect(judged.length).toBeGreaterThan(650);
  expect(list.signals.length).toBeLessThanOrEqual(2 * (expectedFalseFlags(judged) ?? 0));
});
