import { describe, expect, test } from 'vitest';
import { sampleFacts } from '@/db/testing/sample-facts.ts';
import { STORY_SCANS, scanStory } from '@/db/testing/scan-stories.ts';

// Twenty samples are in the long tests.
const facts = sampleFacts({
  seed: 1,
  incidents: 12_000,
  until: '2026-11-03',
  timeZone: 'UTC',
  currency: 'GBP',
});

describe('what is planted in the sample is among the first five patterns', () => {
  test.each(['billing outage', 'new team', 'seasonal rush'] as const)('the %s', async (story) => {
    const { place, names } = await scanStory(STORY_SCANS[story], facts);
    expect(place, names.join('\n')).toBeLessThan(5);
  });

  test('a change that did nothing leads to no pattern of its site', async () => {
    const { names } = await scanStory(STORY_SCANS['idle change'], facts);
    expect(names.slice(0, 5).filter((name) => name.includes('Millbrook'))).toEqual([]);
  });
});
