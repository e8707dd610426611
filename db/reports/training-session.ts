import { nameActors } from '@/db/queries/actor-names.ts';
import { listScenarios, listSessionScenarios, type ScenarioRow } from '@/db/queries/scenarios.ts';
import { listTeams, type TeamRow } from '@/db/queries/teams.ts';
import {
  findSession,
  listComparedTeams,
  listPeopleOfTeams,
  listSessionPeople,
  type SessionPerson,
  type SessionRow,
} from '@/db/queries/training-sessions.ts';
import { toFrame } from '@/db/reports/frame.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { type AskedEffect, askEffect, type NoEffect, techniquesOf } from '@/db/reports/training-effect.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import type { ControlChart, Panel } from '@/lib/charts/chart-model.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { changesPanel, sharesPanel } from '@/lib/charts/training-effect.ts';
import type { SessionWords } from '@/lib/charts/training-session.ts';
import { sidePanel } from '@/lib/charts/training-side.ts';
import { inOneBreath } from '@/lib/charts/training-words.ts';
import type { WhiskerChart } from '@/lib/charts/whisker-model.ts';
import { NotFound } from '@/lib/errors.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { RULE_SETS } from '@/lib/statistics/rules.ts';

export interface SessionReport {
  session: SessionRow;
  madeBy: string;
  madeOn: string;
  /** Whether its day has come. */
  isHeld: boolean;
  people: readonly SessionPerson[];
  /** People of its teams who are not asked. */
  others: readonly { agentId: number; name: string }[];
  material: readonly ScenarioRow[];
  /** The cards to choose from, those for its techniques first. */
  cards: readonly { scenarioId: number; title: string; isForIt: boolean }[];
  comparedTeams: readonly TeamRow[];
  /** The teams that it can be compared with. */
  teams: readonly TeamRow[];
  effect: SessionEffect | NoEffect;
  frame: FrameModel;
  mayTrain: boolean;
}

/** The effect in its panels; the charts over time only for those who may see small groups. */
export interface SessionEffect {
  told: AskedEffect['effect'];
  /** The incidents with the techniques of the session, which every link narrows further. */
  filters: Filters;
  shares: Panel<WhiskerChart>;
  changes: Panel<WhiskerChart>;
  charts: { trained: Panel<ControlChart>; compared: Panel<ControlChart> } | null;
}

interface Options {
  record?: RecordDatabase;
  now?: number;
}

/** One session with its people, its cards and what became of its techniques. Throws NotFound, Forbidden. */
export async function sessionReport(
  viewer: Viewer,
  sessionId: number,
  options: Options = {},
): Promise<SessionReport> {
  demand(viewer, 'see_training');
  const record = options.record ?? (await theRecord());
  const session = await findSession(record, { ...viewer, agents: [] }, sessionId);
  if (!session) throw new NotFound(`There is no session ${sessionId} here.`);
  const all = parseFilters(new URLSearchParams('period=all&compare=none'));
  const reading = await openReading(record, viewer, all, options.now);
  try {
    const comparedTeams = await listComparedTeams(record, sessionId);
    const asked = await askEffect(reading, session, comparedTeams);
    const [people, inTeams, material, cards, teams, names] = await Promise.all([
      listSessionPeople(record, sessionId),
      listPeopleOfTeams(
        record,
        session.teams.map(({ teamId }) => teamId),
      ),
      listSessionScenarios(record, sessionId),
      listScenarios(record, { words: '', technique: null, retired: false }),
      listTeams(record, { ...viewer, agents: [] }),
      nameActors(record, [session.madeBy]),
    ]);
    return {
      session,
      madeBy: names.get(session.madeBy) ?? session.madeBy,
      madeOn: formatDate(localDateAt(session.madeAt.getTime(), reading.workspace.timeZone)),
      isHeld: session.heldOn <= reading.today,
      people,
      others: inTeams.filter(({ agentId }) => !people.some((one) => one.agentId === agentId)),
      material,
      cards: cards
        .map(({ scenarioId, title, techniques }) => ({
          scenarioId,
          title,
          isForIt: techniques.some(({ code }) => session.techniques.some((one) => one.code === code)),
        }))
        .sort((one, other) => Number(other.isForIt) - Number(one.isForIt)),
      comparedTeams,
      teams,
      effect: typeof asked === 'string' ? asked : await toPanels(reading, session, asked, comparedTeams),
      frame: toFrame(reading),
      mayTrain: may(viewer, 'train'),
    };
  } finally {
    await reading.snapshot.close();
  }
}

async function toPanels(
  reading: Reading,
  session: SessionRow,
  { effect, series }: AskedEffect,
  comparedTeams: readonly TeamRow[],
): Promise<SessionEffect> {
  const { ruleSet } = reading.settings;
  const words: SessionWords = {
    sessionId: session.sessionId,
    heldOn: session.heldOn,
    module: session.module,
    techniques: inOneBreath(session.techniques.map(({ label }) => label)),
    comparedTeams: comparedTeams.map(({ teamId }) => String(teamId)),
    rules: RULE_SETS[ruleSet],
  };
  return {
    told: effect,
    filters: techniquesOf(session),
    shares: sharesPanel(effect, words),
    changes: changesPanel(effect),
    charts: series && {
      trained: sidePanel('trained', effect, series, words),
      compared: sidePanel('compared', effect, series, words),
    },
  };
}
