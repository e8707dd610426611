import type { Cells } from '@/db/one-pass.ts';
import { EXPORTED_COLUMNS, type ExportedColumn } from '@/db/queries/exported-incidents.ts';
import type { ExportedIncident } from '@/lib/export/incident-file.ts';
import type { DimensionId } from '@/lib/filters/dimensions.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';
import { currencyDigits } from '@/lib/measures/money.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import {
  CUSTOMER_STATES,
  fromCode,
  KINDS,
  OUTCOMES,
  PRECISIONS,
  STATUSES,
} from '@/lib/taxonomy/fixed-sets.ts';

const AT = Object.fromEntries(EXPORTED_COLUMNS.map((name, index) => [name, index])) as Record<
  ExportedColumn,
  number
>;

/** How a row of the record becomes what a file says of an incident: codes as the ids of addresses, moments as ISO 8601. */
export function exporterOf(vocabularies: Vocabularies): (row: Cells) => ExportedIncident {
  const channel = idsOf(vocabularies, 'channel');
  const stage = idsOf(vocabularies, 'stage');
  const product = idsOf(vocabularies, 'product', 'label');
  const site = idsOf(vocabularies, 'site', 'label');
  const team = idsOf(vocabularies, 'team', 'label');
  const trigger = idsOf(vocabularies, 'trigger');
  const path = idsOf(vocabularies, 'path');
  const level = idsOf(vocabularies, 'level');
  const kind = remembered((code) => fromCode(KINDS, code));
  const status = remembered((code) => fromCode(STATUSES, code));
  const state = remembered((code) => fromCode(CUSTOMER_STATES, code));
  const outcome = remembered((code) => fromCode(OUTCOMES, code));
  return (row) => {
    const text = (name: ExportedColumn) => row[AT[name]] ?? null;
    const count = (name: ExportedColumn) => {
      const figure = row[AT[name]];
      return figure === null || figure === undefined ? null : Number(figure);
    };
    const currency = text('currency');
    const minor = count('compensationMinor');
    return {
      number: count('number'),
      source: text('source'),
      id: text('externalId'),
      kind: kind(text('kind')),
      occurredAt: toIso(text('occurredAt'), text('occurredPrecision')),
      reportedAt: toIso(text('reportedAt'), text('reportedPrecision')),
      closedAt: toIso(text('closedAt'), text('closedPrecision')),
      status: status(text('status')),
      channel: channel(text('channel')),
      journeyStage: stage(text('journeyStage')),
      product: product(text('product')),
      site: site(text('siteId')),
      team: team(text('teamId')),
      agent: text('agent'),
      customer: text('customer'),
      trigger: trigger(text('trigger')) ?? 'unclassified',
      customerState: state(text('customerState')),
      severity: count('severity'),
      intensityBefore: count('intensityBefore'),
      intensityAfter: count('intensityAfter'),
      outcome: outcome(text('outcome')),
      path: path(text('path')),
      levelReached: level(text('levelReached')),
      minutesToClose: count('minutesToClose'),
      compensation: minor === null ? null : minor / 10 ** currencyDigits(currency),
      currency,
      csat: count('csat'),
      topic: text('topic'),
      narrative: text('narrative'),
      resolution: text('resolution'),
    };
  };
}

/** The id or the label of a code, as the record tells it. */
function idsOf(vocabularies: Vocabularies, dimension: DimensionId, by: 'id' | 'label' = 'id') {
  const known = new Map(vocabularies[dimension].map((term) => [String(term.code), term[by]]));
  const unknown = String(UNKNOWN_CODE);
  return (code: string | null) => (code === null || code === unknown ? null : (known.get(code) ?? code));
}

/** Each code is looked up once. */
function remembered(find: (code: number) => string | null) {
  const known = new Map<string, string | null>();
  return (code: string | null): string | null => {
    const text = code ?? '0';
    let found = known.get(text);
    if (found === undefined) {
      found = find(Number(text));
      known.set(text, found);
    }
    return found;
  };
}

const precisionOf = remembered((code) => fromCode(PRECISIONS, code));

/** "2024-06-03 09:30:00+00" as exact as it is known: an instant in UTC, a date, a month. */
function toIso(at: string | null, precision: string | null): string | null {
  if (at === null) return null;
  const exact = precisionOf(precision);
  if (exact === 'minute') return `${at.slice(0, 10)}T${at.slice(11, 19)}Z`;
  return exact === 'day' ? at.slice(0, 10) : at.slice(0, 7);
}
