import { countScenariosByTechnique } from '@/db/queries/scenarios.ts';
import type { ModuleRow } from '@/db/queries/training-modules.ts';
import type { SessionRow } from '@/db/queries/training-sessions.ts';
import { type Reading, toReading } from '@/db/reports/reading.ts';
import { askSkillGaps } from '@/db/reports/skill-gaps.ts';
import { type Gap, listGaps } from '@/lib/analysis/skills/list-gaps.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';

/** A gap with what there is to close it. */
export interface GapToClose extends Gap {
  /** The modules that train it and are offered. */
  modules: readonly { moduleId: number; name: string }[];
  /** The cards that let practise it. */
  cards: number;
  /** The next session ahead that trains it in this team. */
  session: { sessionId: number; heldOn: LocalDate } | null;
}

export interface TrainingPlan {
  /** Gaps that the figures support, the most to gain first. */
  gaps: readonly GapToClose[];
  /** Techniques that are as low in every team: for the process, not for training. */
  process: readonly string[];
  periodWords: string;
}

const SHOWN = 8;

/** What to train next: the gaps of the usual period that the figures support, with what there is to close each. */
export async function askPlan(
  base: Reading,
  { modules, ahead }: { modules: readonly ModuleRow[]; ahead: readonly SessionRow[] },
): Promise<TrainingPlan> {
  const reading = toReading(base, parseFilters(new URLSearchParams('compare=none')));
  const [found, cards] = await Promise.all([
    askSkillGaps(reading, { group: 'section' }),
    countScenariosByTechnique(base.record),
  ]);
  const all = listGaps(found);
  return {
    gaps: all
      .filter(({ cell, process }) => cell.marked && !process)
      .slice(0, SHOWN)
      .map((gap) => withMeans(gap, { modules, ahead, cards })),
    process: [...new Set(all.filter(({ process }) => process).map(({ technique }) => technique.label))],
    periodWords: windowWords(reading.windows.current),
  };
}

function withMeans(
  gap: Gap,
  {
    modules,
    ahead,
    cards,
  }: {
    modules: readonly ModuleRow[];
    ahead: readonly SessionRow[];
    cards: ReadonlyMap<number, number>;
  },
): GapToClose {
  const { code } = gap.technique;
  const trains = ({ techniques }: Pick<SessionRow, 'techniques'>) =>
    techniques.some((one) => one.code === code);
  const session = ahead.find(
    (one) => trains(one) && one.teams.some(({ teamId }) => teamId === gap.team.code),
  );
  return {
    ...gap,
    modules: modules
      .filter((module) => !module.retired && trains(module))
      .map(({ moduleId, name }) => ({ moduleId, name })),
    cards: cards.get(code) ?? 0,
    session: session ? { sessionId: session.sessionId, heldOn: session.heldOn } : null,
  };
}
