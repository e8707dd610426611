import { findIncident } from '@/db/queries/incident.ts';
import { listLevels } from '@/db/queries/incident-details.ts';
import { listEarlierIncidents } from '@/db/queries/incident-history.ts';
import { hasSealedText } from '@/db/queries/sealed-texts.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { describeIncident, describePath, nameIncident } from '@/lib/analysis/describe-incident.ts';
import type { IncidentRecord } from '@/lib/analysis/incident-record.ts';
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
  earlier: {
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
  };
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
  const isSealed = await hasSealedText(record, found.id);
  const earlier =
    customerId === null ? { total: 0, incidents: [] } : await listEarlierIncidents(record, viewer, one);
  return {
    name: nameIncident(number),
    sentence: describeIncident(incident),
    timeZone,
    incident,
    original: isSealed ? 'sealed' : hasTokens(incident) ? 'dropped' : 'nothing_taken_out',
    staircase: drawStaircase(incident, timeZone),
    earlier: {
      total: earlier.total,
      incidents: earlier.incidents.map((each) => ({
        number: each.number,
        name: nameIncident(each.number),
        when: describeMoment(each.occurred, timeZone),
        trigger: each.trigger,
        outcome: OUTCOME_LABELS[each.outcome],
        path: layPathGlyph(each.path, [...levels.keys()]),
        pathWords: describePath(each.path.flatMap((code) => levels.get(code) ?? [])),
      })),
    },
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
