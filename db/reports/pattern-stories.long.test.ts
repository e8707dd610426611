import { expect, test } from 'vitest';
import { sampleFacts } from '@/db/testing/sample-facts.ts';
import { STORY_SCANS, scanStory } from '@/db/testing/scan-stories.ts';

const SEEDS = 20;
const LEAST = 18;
const HOUR = 3_600_000;

test.each([
  { story: 'new team', incidents: 12_000 },
  { story: 'seasonal rush', incidents: 12_000 },
  { story: 'billing outage', incidents: 12_000 },
] as const)(
  `the $story is among the first five patterns in ${LEAST} of ${SEEDS} samples of $incidents incidents`,
  async ({ story, incidents }) => {
    let found = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const plan = { seed, incidents, until: '2026-11-03', timeZone: 'UTC', currency: 'GBP' };
      const { place } = await scanStory(STORY_SCANS[story], sampleFacts(plan));
      if (place < 5) found += 1;
    }
    expect(found).toBeGreaterThanOrEqual(LEAST);
  },
  HOUR,
);
