import { countEased, countHandled, countHandledByTeam } from '@/db/queries/skills.ts';
import { listTechniques } from '@/db/queries/techniques.ts';
import { findWorkspaceSettings } from '@/db/queries/workspace-settings.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { forBands } from '@/lib/access.ts';
import { gainEffects } from '@/lib/analysis/skills/gain-effects.ts';
import { byTeam, type HandledRow } from '@/lib/analysis/skills/handled-rows.ts';
import type { TeamRow } from '@/lib/analysis/skills/organisation.ts';
import type { SkillTerm } from '@/lib/analysis/skills/skill-terms.ts';
import type { WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';

/** What every panel about skills begins with. */
export interface Handling {
  /** By team, person and technique, as far as the viewer sees. */
  rows: readonly HandledRow[];
  /** Of the whole organisation by team: what is seen is held against it. */
  everybody: readonly TeamRow[];
  techniques: readonly SkillTerm[];
  /** De-escalations more for each opportunity handled effectively, by technique. */
  effects: ReadonlyMap<number, number | null>;
  settings: WorkspaceSettings;
}

/** Asked once of each reading, whoever of its panels needs it. */
export function askHandling(reading: Reading): Promise<Handling> {
  const known = asked.get(reading) ?? ask(reading);
  asked.set(reading, known);
  return known;
}

const asked = new WeakMap<Reading, Promise<Handling>>();

async function ask({ snapshot, record, viewer, asked: of }: Reading): Promise<Handling> {
  const everyone = forBands(viewer);
  const seesAll = viewer.teams === 'all';
  const [rows, teams, eased, techniques, settings] = await Promise.all([
    countHandled(snapshot, viewer, of),
    seesAll ? null : countHandledByTeam(snapshot, everyone, of),
    countEased(snapshot, everyone, of),
    listTechniques(record),
    findWorkspaceSettings(record),
  ]);
  const codes = techniques.map(({ code }) => code);
  return {
    rows,
    everybody: teams ?? byTeam(rows),
    techniques,
    effects: gainEffects(eased, codes),
    settings,
  };
}
