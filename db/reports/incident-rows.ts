import { type IncidentListRow, listIncidentRows, listInNumerator } from '@/db/queries/incident-list.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import { describeMinutes } from '@/lib/analysis/duration-words.ts';
import type { IncidentRow } from '@/lib/analysis/incident-row.ts';
import { describeClock, describeMoment } from '@/lib/analysis/moment-words.ts';
import { layPathGlyph } from '@/lib/charts/path-glyph.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { countedTerms, type Vocabularies } from '@/lib/filters/vocabulary.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import { fromCode, PRECISIONS, STATUSES } from '@/lib/taxonomy/fixed-sets.ts';
import { STATUS_LABELS } from '@/lib/taxonomy/labels.ts';

interface Context {
  vocabularies: Vocabularies;
  timeZone: string;
  /** The incidents in the numerator of the measure. */
  marked: ReadonlySet<number>;
}

/** The incidents of these numbers as a list shows them, in their order; those that are gone meanwhile are left out. */
export async function askIncidentRows(
  { record, snapshot, viewer, asked, vocabularies, workspace }: Reading,
  numbers: readonly number[],
): Promise<IncidentRow[]> {
  if (numbers.length === 0) return [];
  const { measure } = asked;
  const [rows, marked] = await Promise.all([
    listIncidentRows(record, viewer, numbers),
    measure && MEASURES[measure].numerator.length > 0
      ? listInNumerator(snapshot, viewer, { ...asked, measure }, numbers)
      : new Set<number>(),
  ]);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const context = { vocabularies, timeZone: workspace.timeZone, marked };
  return numbers.flatMap((number) => {
    const row = byNumber.get(number);
    return row ? [toIncidentRow(row, context)] : [];
  });
}

/** One incident of the list as it is shown. */
function toIncidentRow(row: IncidentListRow, { vocabularies, timeZone, marked }: Context): IncidentRow {
  const label = (dimension: DimensionId, code: number) =>
    vocabularies[dimension].find((term) => term.code === code)?.label ?? `${dimension} ${code}`;
  const named = (dimension: DimensionId, code: number) =>
    code === UNKNOWN_CODE ? null : label(dimension, code);
  return {
    number: row.number,
    name: nameIncident(row.number),
    ...toWhen(row, timeZone),
    trigger: label('trigger', row.trigger),
    topic: row.topic,
    product: named('product', row.product),
    outcome: named('outcome', row.outcome),
    channel: named('channel', row.channel),
    team: named('team', row.team),
    severity: row.severity,
    emotion: row.intensityBefore === null ? null : { before: row.intensityBefore, after: row.intensityAfter },
    path: toPath(row.path, vocabularies),
    close: toClose(row),
    more: {
      level: named('level', row.levelReached),
      state: named('state', row.customerState),
      stage: named('stage', row.journeyStage),
      site: named('site', row.site),
      kind: label('kind', row.kind),
      status: row.status === 0 ? null : STATUS_LABELS[fromCode(STATUSES, row.status)],
      csat: row.csat,
      source: label('source', row.source),
    },
    marked: marked.has(row.number),
    found: null,
  };
}

function toWhen({ occurredAt, occurredPrecision }: IncidentListRow, timeZone: string) {
  const at = occurredAt.getTime();
  const precision = fromCode(PRECISIONS, occurredPrecision);
  if (precision !== 'minute') return { day: describeMoment({ at, precision }, timeZone), clock: null };
  const localMidnight = Date.parse(`${localDateAt(at, timeZone)}T00:00:00Z`);
  return {
    day: describeMoment({ at: localMidnight, precision: 'day' }, timeZone),
    clock: describeClock(at, timeZone),
  };
}

function toPath(code: number, { path, level }: Vocabularies): IncidentRow['path'] {
  const term = path.find((each) => each.code === code);
  if (!term || code === UNKNOWN_CODE) return null;
  const codes = term.id.split('~').flatMap((id) => level.find((each) => each.id === id)?.code ?? []);
  const levels = countedTerms(level)
    .filter((each) => each.code !== UNKNOWN_CODE)
    .map((each) => each.code);
  return { glyph: layPathGlyph(codes, levels), words: term.label };
}

function toClose({
  status,
  minutesToClose,
  occurredPrecision,
  closedPrecision,
}: IncidentListRow): string | null {
  if (fromCode(STATUSES, status) === 'open') return 'open';
  if (minutesToClose === null) return null;
  return describeMinutes(minutesToClose, { wholeDays: occurredPrecision > 0 || (closedPrecision ?? 0) > 0 });
}
