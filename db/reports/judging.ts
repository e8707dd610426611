import { listRebases, type RebaseRow } from '@/db/queries/rebases.ts';
import { listTargets, type TargetRow } from '@/db/queries/targets.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { JudgeSettings } from '@/lib/analysis/judge.ts';
import { valuesOf } from '@/lib/filters/selections.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { RULE_SETS } from '@/lib/statistics/rules.ts';

/** What people have decided about the judging of a measure under the filters of a reading. */
export interface Judging {
  judging: JudgeSettings;
  /** Where the limits begin anew, as they were said. */
  rebases: readonly RebaseRow[];
  target: number | null;
}

/**
 * The rule set of the workspace, the days on which limits were begun anew and the targets that hold today: asked
 * once of the record, for all measures of a reading.
 */
export function judgingOf(reading: Reading): Promise<(measure: MeasureId) => Judging> {
  const known = decided.get(reading) ?? askJudging(reading);
  decided.set(reading, known);
  return known;
}

const decided = new WeakMap<Reading, ReturnType<typeof askJudging>>();

async function askJudging(reading: Reading): Promise<(measure: MeasureId) => Judging> {
  const { record, viewer, windows, settings } = reading;
  const [rebases, targets] = await Promise.all([
    listRebases(record, viewer, reading),
    listTargets(record, viewer, windows.today),
  ]);
  return (measure) => {
    const own = rebases.filter((rebase) => rebase.measure === measure);
    return {
      judging: { rules: RULE_SETS[settings.ruleSet], rebases: own },
      rebases: own,
      target: targetOf(reading, targets, measure),
    };
  };
}

/** The target of the one team that is looked at, else that of the workspace. */
function targetOf(
  { filters, vocabularies }: Reading,
  targets: readonly TargetRow[],
  measure: MeasureId,
): number | null {
  const [only, ...others] = valuesOf(filters, 'team');
  const team = others.length === 0 ? vocabularies.team.find(({ id }) => id === only)?.code : undefined;
  const own = targets.filter((target) => target.measure === measure);
  const ofTeam = own.find(({ teamId }) => teamId !== null && teamId === team);
  return (ofTeam ?? own.find(({ teamId }) => teamId === null))?.value ?? null;
}
