import { getViewConfig, type PgColumn } from 'drizzle-orm/pg-core';
import { makeCopy } from '@/db/facts/copy.ts';
import { factContact, factIncident } from '@/db/facts/schema.ts';
import { factReader, type Snapshot } from '@/db/facts/snapshot.ts';
import { FACT_TABLES, isSent } from '@/db/facts/tables.ts';
import { calendarUntil } from '@/db/seed/calendar.ts';
import { type SamplePlan, sampleIncidents } from '@/db/seed/generate.ts';
import { PRODUCTS, SITES, TEAMS } from '@/db/seed/organisation.ts';
import { sampleVolumes } from '@/db/seed/volumes.ts';
import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { CHANNELS, JOURNEY_STAGES, type TermSeed, TRIGGERS } from '@/lib/taxonomy/editable-sets.ts';
import { CUSTOMER_STATES, OUTCOMES, toCode } from '@/lib/taxonomy/fixed-sets.ts';

/** What a test says of an incident's facts: numbers, dates and truths; what it leaves out is 0, or not known. */
export type FactRow = Partial<
  Record<keyof typeof factIncident.$inferSelect, number | string | boolean | null>
>;
export type ContactRow = Record<
  Exclude<keyof typeof factContact.$inferSelect, 'weekday' | 'week'>,
  number | string
>;

/** The facts that patterns are made of, of a sample that is in no record: teams, sites and products by their places from 1. */
export function sampleFacts(plan: SamplePlan): { incidents: FactRow[]; contacts: ContactRow[] } {
  const incidents = [...sampleIncidents(plan)].map(({ draft }, index) => ({
    number: index + 1,
    ...toRow(draft),
  }));
  const contacts = [...sampleVolumes(calendarUntil(plan.until), plan)].map(
    ({ day, team, channel, contacts: n }) => ({
      occurredOn: day,
      team: placeOf(
        TEAMS.map(({ name }) => name),
        team,
      ),
      channel: codeOf(CHANNELS, channel),
      contacts: n,
    }),
  );
  return { incidents, contacts };
}

/** A snapshot of facts that are in no record, to be closed by whoever asked for it. */
export async function openFacts(
  incidents: readonly FactRow[],
  contacts: readonly ContactRow[] = [],
): Promise<Snapshot> {
  const copy = await makeCopy(1, async function* ({ name }) {
    if (name === FACT_TABLES[0]?.name) yield linesOf(factIncident, incidents);
    if (name === FACT_TABLES.at(-1)?.name && contacts.length > 0) yield linesOf(factContact, contacts);
  });
  const reader = await copy.open();
  const facts = factReader(reader.ask, reader.askInColumns);
  const close = async () => {
    await reader.close();
    copy.retire();
  };
  return { facts, asOf: 0, source: { kind: 'copy', version: 1, refreshFails: false }, contains: null, close };
}

function linesOf(
  view: typeof factIncident | typeof factContact,
  rows: readonly Record<string, number | string | boolean | null>[],
): string {
  const columns = Object.entries(getViewConfig(view).selectedFields as Record<string, PgColumn>);
  const cells = columns
    .filter(([, column]) => isSent(column))
    .map(([key, column]) => ({ key, ifNone: column.notNull ? '0' : '' }));
  return rows.map((row) => `${cells.map(({ key, ifNone }) => row[key] ?? ifNone).join('\t')}\n`).join('');
}

function toRow(draft: IncidentDraft): FactRow {
  const day = new Date(draft.occurred.at).toISOString().slice(0, 10);
  const hour = draft.occurred.precision === 'minute' ? new Date(draft.occurred.at).getUTCHours() : null;
  const known = draft.steps.length > 0;
  return {
    occurredOn: day,
    occurredHour: hour,
    hourBand: hour === null ? 0 : hour < 6 ? 1 : Math.floor(hour / 3),
    channel: codeOf(CHANNELS, draft.channel),
    journeyStage: codeOf(JOURNEY_STAGES, draft.journeyStage),
    product: placeOf(PRODUCTS, draft.product),
    trigger: codeOf(TRIGGERS, draft.trigger),
    customerState: toCode(CUSTOMER_STATES, draft.customerState),
    outcome: toCode(OUTCOMES, draft.outcome),
    site: placeOf(SITES, draft.site),
    team: placeOf(
      TEAMS.map(({ name }) => name),
      draft.team,
    ),
    path: known ? 1 : 0,
    escalated: known ? draft.steps.some(({ level }) => level !== 'frontline') : null,
  };
}

function placeOf(names: readonly string[], name: string | null): number {
  return name === null ? 0 : names.indexOf(name) + 1;
}

function codeOf(terms: readonly TermSeed[], id: string | null): number {
  return terms.find((term) => term.id === id)?.code ?? 0;
}
