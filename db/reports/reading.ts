import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { openSnapshot, type Snapshot } from '@/db/facts/snapshot.ts';
import { countByDimension, findCoverage } from '@/db/queries/incident-counts.ts';
import { findPeopleOf } from '@/db/queries/session-people.ts';
import { findTaxonomyVersion } from '@/db/queries/taxonomy-versions.ts';
import { listVocabularies } from '@/db/queries/vocabularies.ts';
import { findWorkspace, type Workspace } from '@/db/queries/workspace.ts';
import { findWorkspaceSettings } from '@/db/queries/workspace-settings.ts';
import { records } from '@/db/records.ts';
import { withReference } from '@/db/reports/log.ts';
import { type AskSums, sumsTogether } from '@/db/reports/sums-together.ts';
import type { People } from '@/db/selection-conditions.ts';
import { type Asked, EVERYTHING, toAsked } from '@/db/where.ts';
import type { Viewer } from '@/lib/access.ts';
import { chooseBucket } from '@/lib/analysis/series.ts';
import type { BucketUnit } from '@/lib/filters/buckets.ts';
import { checkSelections } from '@/lib/filters/check-selections.ts';
import type { Filters, LocalDate, Window } from '@/lib/filters/filters.ts';
import { type Followed, followMerges } from '@/lib/filters/follow-merges.ts';
import { intersection, localDateAt } from '@/lib/filters/local-dates.ts';
import { resolveWindows, type Windows } from '@/lib/filters/periods.ts';
import type { Vocabularies } from '@/lib/filters/vocabulary.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import type { ChartKind } from '@/lib/statistics/control-chart.ts';
import type { WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';

export type RecordDatabase = PostgresJsDatabase<Record<string, never>>;

/** One look at the facts: who looks, and at which version. */
interface Base {
  viewer: Viewer;
  /** For what aggregates are told together with, such as events; figures come from the snapshot. */
  record: RecordDatabase;
  snapshot: Snapshot;
  workspace: Workspace;
  vocabularies: Vocabularies;
  /** The version of those. */
  taxonomy: number;
  coverage: Window | null;
  today: LocalDate;
  /** What the workspace has decided about its figures. */
  settings: WorkspaceSettings;
  /** Who the session of the filters stands for, where they name one. */
  people?: People | undefined;
}

/** A look with filters, as the record understands them. */
export interface Reading extends Base {
  /** The filters without the values that the record does not have; those are in `ignored`. */
  filters: Filters;
  /** Values that were asked for and are merged into others, which stand in the filters in their place. */
  followed: readonly Followed[];
  windows: Windows;
  /** What every question of the page is asked with. */
  asked: Asked;
  /** The same for the comparison; null when there is none. */
  askedBefore: Asked | null;
  /** The same for the second comparison. */
  askedAlso: Asked | null;
  /** What a series of this period is made of. */
  bucket: BucketUnit;
  /** The measure that a person wants drawn as another kind of chart than the one that fits. */
  drawAs: { measure: MeasureId; kind: ChartKind } | null;
  sums: AskSums;
}

/** Opens a reading; whoever opens it closes its snapshot. `now` replaces the clock of the record in tests. */
export async function openReading(
  record: RecordDatabase,
  viewer: Viewer,
  asIs: Filters,
  now?: number,
): Promise<Reading> {
  const snapshot = await openSnapshot(record).catch((error) => {
    throw withReference(error);
  });
  try {
    const [workspace, settings, vocabularies, taxonomy, coverage, people] = await Promise.all([
      findWorkspace(record),
      findWorkspaceSettings(record),
      sitesOf(snapshot, viewer).then((sites) => listVocabularies(record, viewer, sites)),
      findTaxonomyVersion(record),
      findCoverage(snapshot, viewer),
      asIs.session ? findPeopleOf(record, viewer, asIs.session) : undefined,
    ]);
    if (!workspace) throw new Error('this installation has no workspace yet');
    const today = localDateAt(now ?? snapshot.asOf, workspace.timeZone);
    const known = { viewer, record, snapshot, workspace, settings, vocabularies, taxonomy };
    return toReading({ ...known, coverage, today, people }, asIs);
  } catch (error) {
    // Closing fails too where the connection is lost; what matters is what was thrown first.
    await snapshot.close().catch(() => null);
    throw withReference(error);
  }
}

/** Where the viewer sees incidents: a site belongs to no team, so the incidents tell. */
async function sitesOf(snapshot: Snapshot, viewer: Viewer): Promise<number[]> {
  if (viewer.teams === 'all') return [];
  const counts = await countByDimension(snapshot, viewer, EVERYTHING, 'site');
  return counts.flatMap(({ code }) => code ?? []);
}

/** The same look with other filters; its snapshot stays that of the reading that was opened. */
export function toReading(base: Base, asIs: Filters): Reading {
  const { viewer, snapshot, vocabularies, coverage, today, settings, people } = base;
  const { filters, followed } = followMerges(checkSelections(asIs, vocabularies), vocabularies);
  const windows = resolveWindows(filters, { today, coverage });
  const bucket = chooseBucket(windows, settings.bucket);
  const asOf = { coverageFrom: coverage?.from ?? null, today };
  const ask = (window: Window) => toAsked(filters, vocabularies, covered(window, coverage), asOf, people);
  return {
    ...base,
    filters,
    followed,
    windows,
    asked: ask(windows.current),
    askedBefore: windows.comparison ? ask(windows.comparison) : null,
    askedAlso: windows.also?.comparison ? ask(windows.also.comparison) : null,
    bucket,
    drawAs: null,
    sums: sumsTogether(snapshot, viewer, bucket),
  };
}

/** Of days on which nobody recorded anything, what is known of contacts says nothing about incidents. */
function covered(window: Window, coverage: Window | null): Window {
  return (coverage && intersection(window, coverage)) ?? { from: window.from, until: window.from };
}

/** The record of this process: what reports are read from unless a test gives another. */
export async function theRecord(): Promise<RecordDatabase> {
  return (await records()).records;
}
