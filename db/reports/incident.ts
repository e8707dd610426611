import { findIncident } from '@/db/queries/incident.ts';
import { listLevels } from '@/db/queries/incident-details.ts';
import { listOtherIncidents, type OtherIncident } from '@/db/queries/incident-history.ts';
import { hasSealedText } from '@/db/queries/sealed-texts.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { askStanding, type StandingReport } from '@/db/reports/incident-standing.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { describeIncident, describePath, nameIncident } from '@/lib/analysis/describe-incident.ts';
import type { IncidentRecord, Level } from '@/lib/analysis/incident-record.ts';
import { describeMoment } from '@/lib/analysis/moment-words.ts';
import { toStays } from '@/lib/analysis/stays.ts';
import { layPathGlyph, type PathGlyph } from '@/lib/charts/path-glyph.ts';
import { layStaircase, type Staircase } from '@/lib/charts/staircase.ts';
import { NotFound } from '@/lib/errors.ts';
import { findTokens } from '@/lib/privacy/tokens.ts';
import { OUTCOME_LABELS } from '@/lib/taxonomy/labels.ts';

/** Everything that the page of one incident shows. */
export interface IncidentReport {
  name: string;
  sentence: string;
  timeZone: string;
  incident: IncidentRecord;
  /** Whether something was taken out of its words, and whether the original is kept. */
  original: 'sealed' | 'dropped' | 'nothing_taken_out';
  /** Drawn once for a desk and once for a phone; null where the source gives no times to draw. */
  staircase: { wide: Staircase; narrow: Staircase } | null;
  /** Other incidents of the same customer, the nearest first. */
  earlier: OthersReport;
  later: OthersReport;
  standing: StandingReport;
}

/** Incidents of the same customer on one side, and how many there are where not all are told. */
export interface OthersReport {
  total: number;
  incidents: readonly {
    number: number;
    name: string;
    when: string;
    trigger: string;
    outcome: string;
    path: PathGlyph;
    /** Empty when the path is not known. */
    pathWords: string;
  }[];
}

/** Answers one incident by its number. Throws NotFound when there is none in the viewer's scope, Forbidden without the right. */
export async function incidentReport(
  viewer: Viewer,
  number: number,
  options: { record?: RecordDatabase } = {},
): Promise<IncidentReport> {
  demand(viewer, 'see_incidents');
  const record = options.record ?? (await theRecord());
  const [found, workspace, levels] = await Promise.all([
    findIncident(record, viewer, number),
    findWorkspace(record),
    listLevels(record),
  ]);
  if (!found || !workspace) throw new NotFound(`There is no incident ${number} here.`);
  const { record: incident, customerId } = found;
  const { timeZone } = workspace;
  const one = { id: found.id, customerId: customerId ?? 0, occurredAt: incident.occurred.at };
  const others = async (side: 'earlier' | 'later') =>
    customerId === null
      ? { total: 0, incidents: [] }
      : toOthers(await listOtherIncidents(record, viewer, one, side), timeZone, levels);
  const [isSealed, earlier, later, standing] = await Promise.all([
    hasSealedText(record, found.id),
    others('earlier'),
    others('later'),
    askStanding(record, viewer, { id: found.id, number, timeZone }),
  ]);
  return {
    name: nameIncident(number),
    sentence: describeIncident(incident),
    timeZone,
    incident,
    original: isSealed ? 'sealed' : hasTokens(incident) ? 'dropped' : 'nothing_taken_out',
    staircase: drawStaircase(incident, timeZone),
    earlier,
    later,
    standing,
  };
}

function toOthers(
  { total, incidents }: { total: number; incidents: readonly OtherIncident[] },
  timeZone: string,
  levels: ReadonlyMap<number, Level>,
): OthersReport {
  return {
    total,
    incidents: incidents.map((each) => ({
      number: each.number,
      name: nameIncident(each.number),
      when: describeMoment(each.occurred, timeZone),
      trigger: each.trigger,
      outcome: OUTCOME_LABELS[each.outcome],
      path: layPathGlyph(each.path, [...levels.keys()]),
      pathWords: describePath(each.path.flatMap((code) => levels.get(code) ?? [])),
    })),
  };
}

function drawStaircase(incident: IncidentRecord, timeZone: string): IncidentReport['staircase'] {
  const options = {
    timeZone,
    closedAt: incident.closed?.at ?? null,
    told: incident.steps.flatMap((step) => step.customerToldAt ?? []),
  };
  const stays = toStays(incident.steps);
  const wide = layStaircase(stays, { ...options, width: 552 });
  const narrow = layStaircase(stays, { ...options, width: 358 });
  return wide && narrow && { wide, narrow };
}

function hasTokens({ topic, narrative, resolution, steps, sourceRows }: IncidentRecord): boolean {
  const cells = sourceRows.flatMap(({ fields }) => fields.map(([, value]) => value));
  const notes = steps.map(({ note }) => note);
  return [topic, narrative, resolution, ...notes, ...cells].some(
    (text) => text && findTokens(text).length > 0,
  );
}
