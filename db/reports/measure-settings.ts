import { findTarget, listAllTargets, listTargets, type TargetRow } from '@/db/queries/targets.ts';
import { listTeams, type TeamRow } from '@/db/queries/teams.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { findVersionedSettings } from '@/db/queries/workspace-settings.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, maySetTarget, type Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import type { WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';

/** A target as its page shows it. */
export interface ShownTarget extends TargetRow {
  state: 'holds' | 'to_come' | 'over';
  mayChange: boolean;
}

export interface MeasuresReport {
  settings: WorkspaceSettings;
  version: number;
  targets: readonly ShownTarget[];
  /** For whom the viewer may set a target, besides the workspace where they administer it. */
  teams: readonly TeamRow[];
  mayAdminister: boolean;
  today: LocalDate;
}

interface Options {
  record?: RecordDatabase;
  now?: number;
}

/** What the page about measures shows to administrators and managers. Throws Forbidden to others. */
export async function measuresReport(viewer: Viewer, options: Options = {}): Promise<MeasuresReport> {
  demand(viewer, 'set_targets');
  const record = options.record ?? (await theRecord());
  const today = await todayOf(record, options.now);
  const [versioned, all, holding, teams] = await Promise.all([
    findVersionedSettings(record),
    listAllTargets(record, viewer),
    listTargets(record, viewer, today),
    listTeams(record, viewer),
  ]);
  const holds = new Set(holding.map(({ targetId }) => targetId));
  return {
    ...versioned,
    targets: all.map((target) => ({
      ...target,
      state: holds.has(target.targetId) ? 'holds' : target.from > today ? 'to_come' : 'over',
      mayChange: maySetTarget(viewer, target.teamId),
    })),
    teams: teams.filter(({ teamId }) => maySetTarget(viewer, teamId)),
    mayAdminister: may(viewer, 'administer'),
    today,
  };
}

/** One target that the viewer may change. Throws NotFound for any other. */
export async function targetReport(
  viewer: Viewer,
  targetId: number,
  options: Options = {},
): Promise<TargetRow> {
  demand(viewer, 'set_targets');
  const found = await findTarget(options.record ?? (await theRecord()), viewer, targetId);
  if (!found || !maySetTarget(viewer, found.teamId)) throw new NotFound(`There is no target ${targetId}.`);
  return found;
}

async function todayOf(record: RecordDatabase, now = Date.now()): Promise<LocalDate> {
  const workspace = await findWorkspace(record);
  return localDateAt(now, workspace?.timeZone ?? 'UTC');
}
