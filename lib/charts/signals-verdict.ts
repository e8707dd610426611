import type { Panel } from './chart-model.ts';
import type { SignalList } from './signal-model.ts';
import { expectedWords } from './signals-panel.ts';

/**
 * The watch-list in one line, for the head of a page: what its headline says, and how much of that chance alone would
 * bring. "3 of 307 series show a real change now: 3 for the worse; chance alone would flag about 5"
 */
export function signalsVerdict({
  headline,
  picture,
}: Pick<Panel<SignalList>, 'headline' | 'picture'>): string {
  const expected = picture?.expected ?? null;
  return expected === null ? headline : `${headline}; chance alone would flag ${expectedWords(expected)}`;
}
