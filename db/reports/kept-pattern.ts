import { nameActors } from '@/db/queries/actor-names.ts';
import { countByFactor } from '@/db/queries/factors.ts';
import { listKeys } from '@/db/queries/incident-list.ts';
import {
  findKeptPattern,
  listLinkedNumbers,
  listPatternFactors,
  listPatternNotes,
  listPatternOwners,
  listWhys,
  type PatternRow,
} from '@/db/queries/patterns.ts';
import { askControlPanel, contextOf } from '@/db/reports/control-panel.ts';
import { toFrame } from '@/db/reports/frame.ts';
import { askHeading } from '@/db/reports/heading.ts';
import { askIncidentRows } from '@/db/reports/incident-rows.ts';
import { withReference } from '@/db/reports/log.ts';
import { askPattern, readPattern } from '@/db/reports/pattern-findings.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import type { IncidentRow } from '@/lib/analysis/incident-row.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import type { ControlPanel } from '@/lib/charts/control-chart.ts';
import { fishbonePanel } from '@/lib/charts/fishbone-chart.ts';
import type { FishboneChart } from '@/lib/charts/fishbone-model.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { type PatternState, patternState } from '@/lib/charts/pattern-state.ts';
import { NotFound } from '@/lib/errors.ts';
import { clearAll } from '@/lib/filters/edit-filters.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { type Fishbone, toFishbone } from '@/lib/patterns/fishbone.ts';
import type { Why } from '@/lib/patterns/pattern-forms.ts';

export const NEWEST = 5;

/** Something that was said of a pattern or became of it. */
export interface SaidNote {
  noteId: number;
  kind: 'note' | 'change';
  text: string;
  by: string;
  when: string;
}

/** Everything that the page of a kept pattern shows. */
export interface KeptPatternReport {
  pattern: PatternRow;
  owner: string;
  keptBy: string;
  keptOn: string;
  /** The incidents of the pattern in the period. */
  frame: FrameModel;
  /** The same period without the pattern's own filters, which are not to be changed here. */
  bars: FrameModel;
  heading: HeadingModel;
  state: PatternState;
  chart: ControlPanel;
  fishbone: Fishbone;
  fishbonePanel: Panel<FishboneChart>;
  whys: readonly Why[];
  notes: readonly SaidNote[];
  linked: readonly IncidentRow[];
  newest: readonly IncidentRow[];
  owners: readonly { account: string; name: string }[];
  mayKeep: boolean;
}

/**
 * Answers one kept pattern, all of one reading.
 * @param shown of which only the period and the comparison count
 * @throws Forbidden without the right; NotFound where the viewer does not see all of its incidents
 */
export async function keptPatternReport(
  viewer: Viewer,
  patternId: number,
  shown: Filters,
  options: { record?: RecordDatabase; now?: number } = {},
): Promise<KeptPatternReport> {
  demand(viewer, 'see_reports');
  const record = options.record ?? (await theRecord());
  const pattern = await findKeptPattern(record, viewer, patternId);
  if (!pattern) throw new NotFound(`There is no pattern ${patternId} here.`);
  const period = await openReading(record, viewer, clearAll(shown), options.now);
  try {
    const reading = readPattern(period, pattern, shown);
    const [figures, words, people] = await Promise.all([
      askFigures(reading, pattern),
      askWords(reading, pattern),
      listPatternOwners(record),
    ]);
    return {
      pattern,
      frame: toFrame(reading),
      bars: { ...toFrame(period), ignored: shown.ignored },
      owners: people,
      mayKeep: may(viewer, 'keep_patterns'),
      ...figures,
      ...words,
    };
  } catch (error) {
    throw withReference(error);
  } finally {
    await period.snapshot.close().catch(() => null);
  }
}

async function askFigures(reading: Reading, pattern: PatternRow) {
  const { record, snapshot, viewer, asked } = reading;
  const [findings, heading, counted, entered, keys, linked] = await Promise.all([
    askPattern(reading, pattern),
    askHeading(reading),
    countByFactor(record, viewer, asked),
    listPatternFactors(record, pattern.patternId),
    listKeys(snapshot, viewer, asked, NEWEST_FIRST, { limit: NEWEST, from: null, backwards: false }),
    listLinkedNumbers(record, viewer, pattern.patternId),
  ]);
  const fishbone = toFishbone(counted.factors, entered);
  const [chart, newest, evidence] = await Promise.all([
    askControlPanel(reading, Promise.resolve(findings)),
    askIncidentRows(
      reading,
      keys.map(({ number }) => number),
    ),
    askIncidentRows(reading, linked),
  ]);
  const { periodWords } = contextOf(reading);
  const said = { name: pattern.name, shown: heading.shown, coded: counted.coded, periodWords };
  return {
    heading,
    state: patternState(findings, pattern),
    chart,
    fishbone,
    fishbonePanel: fishbonePanel(fishbone, said),
    newest,
    linked: evidence,
  };
}

const NEWEST_FIRST = { by: 'occurred', descending: true } as const;

async function askWords({ record, workspace }: Reading, { patternId, ...pattern }: PatternRow) {
  const [whys, notes] = await Promise.all([listWhys(record, patternId), listPatternNotes(record, patternId)]);
  const actors = [pattern.ownerAccount, pattern.keptBy, ...notes.map(({ madeBy }) => madeBy)];
  const names = await nameActors(record, actors);
  const nameOf = (actor: string) => names.get(actor) ?? actor;
  const { timeZone } = workspace;
  return {
    owner: nameOf(pattern.ownerAccount),
    keptBy: nameOf(pattern.keptBy),
    keptOn: formatDate(localDateAt(pattern.keptAt.getTime(), timeZone)),
    whys,
    notes: notes.map(({ noteId, kind, text, madeBy, madeAt }) => ({
      noteId,
      kind,
      text,
      by: nameOf(madeBy),
      when: describeInstant(madeAt.getTime(), timeZone),
    })),
  };
}
