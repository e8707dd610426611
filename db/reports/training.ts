import { listModules, type ModuleRow } from '@/db/queries/training-modules.ts';
import { listComparedTeams, listSessions, type SessionRow } from '@/db/queries/training-sessions.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { askEffect, type NoEffect } from '@/db/reports/training-effect.ts';
import { askPlan, type TrainingPlan } from '@/db/reports/training-plan.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import type { TrainingEffect } from '@/lib/analysis/training/find-effect.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';

/** A session with what became of its techniques, as far as that is asked here. */
export interface SessionShown {
  session: SessionRow;
  /** `not_asked`: older than the latest dozen; its own page tells. */
  effect: TrainingEffect | NoEffect | 'not_asked';
}

export interface TrainingReport {
  /** Whether the viewer sees sessions with their people, or only those that they are asked to. */
  seesAll: boolean;
  planned: readonly SessionRow[];
  /** The latest first. */
  held: readonly SessionShown[];
  modules: readonly (ModuleRow & { sessions: number })[];
  /** What to train next; null for those who are not told of teams. */
  plan: TrainingPlan | null;
  mayTrain: boolean;
}

interface Options {
  record?: RecordDatabase;
  now?: number;
}

/** So many of the latest sessions are told with their effect. */
const TOLD = 12;

/** The sessions ahead and behind with what became of them, and what can be trained. */
export async function trainingReport(viewer: Viewer, options: Options = {}): Promise<TrainingReport> {
  demand(viewer, 'see_skills');
  const record = options.record ?? (await theRecord());
  const seesAll = may(viewer, 'see_training');
  const all = parseFilters(new URLSearchParams('period=all&compare=none'));
  const reading = await openReading(record, viewer, all, options.now);
  try {
    const sessions = await listSessions(record, seesAll ? { ...viewer, agents: [] } : viewer);
    const held = sessions.filter(({ heldOn }) => heldOn <= reading.today);
    const modules = seesAll ? await listModules(record) : [];
    const planned = sessions.filter(({ heldOn }) => heldOn > reading.today).reverse();
    return {
      seesAll,
      planned,
      held: await Promise.all(
        held.map((session, place) => toShown(reading, session, seesAll && place < TOLD)),
      ),
      modules: modules.map((module) => ({
        ...module,
        sessions: sessions.filter(({ moduleId }) => moduleId === module.moduleId).length,
      })),
      plan: may(viewer, 'see_team_skills') ? await askPlan(reading, { modules, ahead: planned }) : null,
      mayTrain: may(viewer, 'train'),
    };
  } finally {
    await reading.snapshot.close();
  }
}

async function toShown(reading: Reading, session: SessionRow, isAsked: boolean): Promise<SessionShown> {
  if (!isAsked) return { session, effect: 'not_asked' };
  const comparedTeams = await listComparedTeams(reading.record, session.sessionId);
  const found = await askEffect(reading, session, comparedTeams);
  return { session, effect: typeof found === 'string' ? found : found.effect };
}
