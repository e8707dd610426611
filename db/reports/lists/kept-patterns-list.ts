import type { KeptPatternsReport } from '@/db/reports/kept-patterns.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { toListPanel } from '@/lib/packs/list-panel.ts';
import type { PackPanel } from '@/lib/packs/pack.ts';
import { PATTERN_STATUS_LABELS } from '@/lib/patterns/pattern-status.ts';

/** The kept patterns as a panel, in the order of their page. */
export function keptPatternsList(name: string, { patterns, periodWords }: KeptPatternsReport): PackPanel {
  return toListPanel(
    {
      id: 'patterns',
      name,
      headline:
        patterns.length === 0 ? 'No pattern is kept yet' : formatCounted(patterns.length, 'kept pattern'),
      subtitle: `State and incidents of each, ${periodWords}; those that have come back first`,
      definition:
        'Findings under watch: each is a filter with a measure, judged by its own control chart over the usual period.',
    },
    [
      ['pattern', 'Pattern', 'text'],
      ['about', 'Incidents that it is about', 'text'],
      ['state', 'State now', 'text'],
      ['status', 'Status', 'text'],
      ['owner', 'Owner', 'text'],
      ['kept', 'Kept', 'text'],
      ['measure', 'Measure', 'text'],
      ['incidents', 'Incidents', 'count'],
    ],
    patterns.map(({ name: pattern, about, state, status, owner, keptOn, measure, shown }) => [
      pattern,
      about,
      state.returned ?? state.verdict.words,
      PATTERN_STATUS_LABELS[status],
      owner,
      keptOn,
      measure,
      shown,
    ]),
  );
}
