import { sumWeights, sumWeightsByTeam, type WeighedValue } from '@/db/queries/weights.ts';
import { contextOf } from '@/db/reports/control-panel.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { type CodeCount, type Ranking, rank } from '@/lib/analysis/pareto.ts';
import { shareByTeam } from '@/lib/analysis/team-shares.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import { paretoPanel } from '@/lib/charts/pareto-chart.ts';
import type { ParetoChart } from '@/lib/charts/pareto-model.ts';
import { type ParetoSubject, weightWords } from '@/lib/charts/pareto-words.ts';
import type { TeamBars } from '@/lib/charts/team-bars-model.ts';
import { teamBarsPanel } from '@/lib/charts/team-bars-panel.ts';
import type { PatternsState } from '@/lib/filters/patterns-state.ts';

/** By what incidents are ranked, and what each of them counts as. */
export type AskedRanking = Pick<PatternsState, 'by' | 'weigh'>;

/** Values of a dimension by what their incidents weigh, with the comparison's as outlines. */
export async function askPareto(reading: Reading, { by, weigh }: AskedRanking): Promise<Panel<ParetoChart>> {
  const { snapshot, viewer, asked, askedBefore } = reading;
  const [now, before] = await Promise.all([
    sumWeights(snapshot, viewer, asked, by, weigh),
    askedBefore ? sumWeights(snapshot, viewer, askedBefore, by, weigh) : null,
  ]);
  const subject = subjectOf(reading, 'pareto', { by, weigh });
  const ranking = rankWeights(now, before, subject, reading);
  return paretoPanel({ subject, ranking, weighed: now }, contextOf(reading));
}

/** How the commonest of these values make up the incidents of each team. */
export async function askTeamShares(reading: Reading, { by, weigh }: AskedRanking): Promise<Panel<TeamBars>> {
  const { snapshot, viewer, asked, vocabularies } = reading;
  const rows = await sumWeightsByTeam(snapshot, viewer, asked, by, weigh);
  const subject = subjectOf(reading, 'teams', { by, weigh });
  const { scale, measure } = weightWords(subject);
  const ranking = rankWeights(addUp(rows), null, subject, reading);
  const counted = rows.map((row) => ({
    ...row,
    incidents: measure ? row.known : row.incidents,
    count: row.sum * scale,
  }));
  return teamBarsPanel(shareByTeam(counted, ranking, vocabularies.team), subject, contextOf(reading));
}

function subjectOf({ workspace }: Reading, id: string, { by, weigh }: AskedRanking): ParetoSubject {
  return { id, dimension: by, weight: weigh, currency: workspace.currency };
}

function rankWeights(
  now: readonly WeighedValue[],
  before: readonly WeighedValue[] | null,
  subject: ParetoSubject,
  { vocabularies }: Reading,
): Ranking {
  const { scale } = weightWords(subject);
  const toCode = ({ code, sum, squares }: WeighedValue): CodeCount => ({
    code,
    count: sum * scale,
    ...(subject.weight === 'count' ? {} : { squares: squares * scale ** 2 }),
  });
  return rank(now.map(toCode), before?.map(toCode) ?? null, vocabularies[subject.dimension]);
}

/** The values of all teams together. */
function addUp(rows: readonly WeighedValue[]): WeighedValue[] {
  const sums = new Map<number, WeighedValue>();
  for (const { code, incidents, known, sum, squares } of rows) {
    const one = sums.get(code) ?? { code, incidents: 0, known: 0, sum: 0, squares: 0 };
    sums.set(code, {
      code,
      incidents: one.incidents + incidents,
      known: one.known + known,
      sum: one.sum + sum,
      squares: one.squares + squares,
    });
  }
  return [...sums.values()];
}
