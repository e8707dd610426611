import { expect, test } from 'vitest';
import type { FigureSource, FrameModel, HeadingModel } from '../filters/frame-model.ts';
import { describeFreshness } from './freshness-words.ts';

const AT = Date.UTC(2026, 10, 13, 14, 5, 33);
const HEADING: HeadingModel = {
  shown: 200,
  all: 900,
  asOf: AT,
  unclassified: 6,
  withoutPath: 0,
  setAside: 0,
};
const COVERAGE = { from: '2024-01-01', until: '2026-11-13' };

function say(source: FigureSource, heading = HEADING) {
  return describeFreshness(heading, { timeZone: 'Europe/Berlin', coverage: COVERAGE, source } as FrameModel);
}

test('the last day, the moment in the zone of the workspace, and 6 of 200 unclassified are 3.0 %', () => {
  const { words, title } = say({ kind: 'copy', version: 12, refreshFails: false });
  expect(words).toBe('Data to 12 Nov 2026 · counted at 15:05 on 13 Nov 2026 · 6 unclassified (3.0\u00a0%)');
  expect(title).toBe(
    'Version 12 of the copy of the figures, which has what the record had at 15:05 on 13 Nov 2026.',
  );
});

test('a copy that could not be refreshed says so beside the moment that it stands at', () => {
  expect(say({ kind: 'copy', version: 3, refreshFails: true }).words).toContain(
    'counted at 15:05 on 13 Nov 2026 · not refreshed since: the log of the program says why',
  );
});

test('until the copy is ready the record answers, and that is said; where no copy is kept there is nothing to say', () => {
  expect(say({ kind: 'record', awaitsCopy: true }).words).toContain(
    'read from the record, since the copy of the figures is not ready yet',
  );
  const { words, title } = say({ kind: 'record', awaitsCopy: false });
  expect(words).not.toContain('record');
  expect(title).toBe('Read from the record itself, as it was at 15:05 on 13 Nov 2026.');
});
