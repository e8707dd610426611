import { and, eq, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { UNKNOWN_HOUR } from '@/db/fact-columns.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { importRun } from '@/db/schema/imports.ts';
import { escalationPath, source } from '@/db/schema/incidents.ts';
import { site, team } from '@/db/schema/organisation.ts';
import { TERM_TABLES } from '@/db/schema/taxonomies.ts';
import { whereImportNames, whereSites, whereTeams } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import { pathTerms } from '@/lib/filters/path-terms.ts';
import { skillTerms } from '@/lib/filters/skill-values.ts';
import type { Term, Vocabularies } from '@/lib/filters/vocabulary.ts';
import type { EditableSet } from '@/lib/taxonomy/editable-sets.ts';
import { CUSTOMER_STATES, HOUR_BANDS, KINDS, OUTCOMES, toCode } from '@/lib/taxonomy/fixed-sets.ts';
import {
  CUSTOMER_STATE_LABELS,
  HOUR_BAND_LABELS,
  KIND_LABELS,
  OUTCOME_LABELS,
  OUTCOME_ORDER,
} from '@/lib/taxonomy/labels.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * The values of every dimension as they are now, unknown ones included; of teams, sites and imports those that the viewer
 * may see. A dozen small tables, read at once.
 * @param sites those in which the viewer sees incidents, by their codes; without them, nobody bound to teams sees any
 */
export async function listVocabularies(
  records: Records,
  viewer: Viewer,
  sites: readonly number[] = [],
): Promise<Vocabularies> {
  const [termsOf, teams, siteNames, sources, paths, runs] = await Promise.all([
    listTerms(records),
    records.select({ code: team.teamId, label: team.name }).from(team).where(whereTeams(viewer)),
    records.select({ code: site.siteId, label: site.name }).from(site).where(whereSites(viewer, sites)),
    records.select({ code: source.code, id: source.id, label: source.label }).from(source),
    records
      .select({ code: escalationPath.code, id: escalationPath.id, levels: escalationPath.levels })
      .from(escalationPath),
    records
      .select({ code: importRun.importRunId, fileName: importRun.fileName })
      .from(importRun)
      .where(and(whereImportNames(viewer), eq(importRun.subject, 'incidents'))),
  ]);
  const levels = termsOf('level');
  return {
    trigger: termsOf('trigger'),
    level: levels,
    channel: termsOf('channel'),
    product: termsOf('product'),
    stage: termsOf('journey_stage'),
    state: unknownLast(CUSTOMER_STATES, CUSTOMER_STATE_LABELS),
    cause: termsOf('root_cause'),
    technique: skillTerms(termsOf('technique')),
    team: numbered(teams, 'Team not known'),
    site: numbered(siteNames, 'Site not known'),
    source: inOrder(sources.map((term) => ({ ...term, rank: term.code }))),
    path: pathTerms(paths, levels),
    outcome: OUTCOME_ORDER.map((id, rank) => ({
      code: toCode(OUTCOMES, id),
      id,
      label: OUTCOME_LABELS[id],
      rank,
    })),
    kind: KINDS.map((id, code) => ({ code, id, label: KIND_LABELS[id], rank: code })),
    weekday: WEEKDAYS.map((label, index) => ({ code: index + 1, id: String(index + 1), label, rank: index })),
    hour: HOURS,
    band: unknownLast(HOUR_BANDS, HOUR_BAND_LABELS),
    import: runs.map((run) => ({
      code: run.code,
      id: String(run.code),
      label: `${run.fileName} (${run.code})`,
      rank: -run.code,
    })),
  };
}

const HOURS: Term[] = [
  ...Array.from({ length: 24 }, (_, hour) => ({
    code: hour,
    id: String(hour),
    label: `${String(hour).padStart(2, '0')}–${String(hour + 1).padStart(2, '0')}`,
    rank: hour,
  })),
  { code: UNKNOWN_HOUR, id: 'unknown', label: 'Hour not known', rank: 99 },
];

/** The values of a fixed set whose first one is "not known", which comes last. */
function unknownLast<T extends string>(set: readonly T[], labels: Record<T, string>): Term[] {
  const terms = set.map((id, code) => ({
    code,
    id,
    label: labels[id],
    rank: code === 0 ? set.length : code,
  }));
  return terms.sort((one, other) => one.rank - other.rank);
}

/** The terms of all sets that can be edited: one question, since seven cost seven times as much. */
async function listTerms(records: Records): Promise<(set: EditableSet) => Term[]> {
  const of = (set: EditableSet, name: SQL<EditableSet>) => {
    const { code, id, label, rank, retired, mergedInto } = TERM_TABLES[set];
    return records
      .select({ set: name.as('set'), code, id, label, rank, retired, mergedInto })
      .from(TERM_TABLES[set]);
  };
  const rows = await unionAll(
    of('trigger', sql`'trigger'`),
    of('level', sql`'level'`),
    of('channel', sql`'channel'`),
    of('product', sql`'product'`),
    of('journey_stage', sql`'journey_stage'`),
    of('root_cause', sql`'root_cause'`),
    of('technique', sql`'technique'`),
  );
  rows.sort((one, other) => one.rank - other.rank || one.code - other.code);
  return (wanted) => {
    const own = rows.filter(({ set }) => set === wanted);
    const ids = new Map(own.map(({ code, id }) => [code, id]));
    return own.map(({ set: _, retired: isRetired, mergedInto: target, ...term }) => {
      const into = target === null ? undefined : ids.get(target);
      return { ...term, ...(isRetired ? { retired: true } : {}), ...(into ? { mergedInto: into } : {}) };
    });
  };
}

function numbered(rows: { code: number; label: string }[], unknown: string): Term[] {
  const named = rows.map((row) => ({ code: row.code, id: String(row.code), label: row.label }));
  return inOrder(
    [...named, { code: 0, id: 'unknown', label: unknown }].map((term) => ({
      ...term,
      rank: term.code === 0 ? 1 : 0,
    })),
  );
}

function inOrder(terms: Term[]): Term[] {
  return terms.sort((one, other) => one.rank - other.rank || one.label.localeCompare(other.label, 'en'));
}
