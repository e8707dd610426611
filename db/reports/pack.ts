import { listBoundTeams } from '@/db/queries/teams.ts';
import { methodsDocument } from '@/db/reports/methods-document.ts';
import { askPackPage } from '@/db/reports/pack-pages.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { env } from '@/lib/env.ts';
import type { FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import { daysOf } from '@/lib/filters/local-dates.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import type { Passage } from '@/lib/methods/read-methods.ts';
import type { Pack, PackPanel } from '@/lib/packs/pack.ts';
import { PACK_PAGES, type PackPageId } from '@/lib/packs/pack-pages.ts';
import type { PackScope } from '@/lib/packs/pack-scope.ts';

/**
 * Everything that a page shows the viewer under the filters of `query`, from the report that the page itself is made
 * of: one reading of one version of the facts. A kept pattern is named by `pattern=12` in the query.
 * @throws Forbidden without the page's right; NotFound for a pattern that the viewer does not see
 */
export async function makePack(
  viewer: Viewer,
  page: PackPageId,
  query: string | URLSearchParams,
  options: { record?: RecordDatabase; now?: number } = {},
): Promise<Pack> {
  demand(viewer, PACK_PAGES[page].right);
  const asked = await askPackPage(viewer, page, new URLSearchParams(query), options);
  const [heading, panels, methods, scope] = await Promise.all([
    asked.heading,
    Promise.all(asked.panels),
    methodsDocument(),
    packScope(viewer, options.record),
  ]);
  const { frame, kept, path, title } = asked;
  return {
    page,
    report: null,
    title,
    scope,
    ...aboutFrame(frame, heading),
    madeAt: new Date(options.now ?? Date.now()).toISOString(),
    origin: env().url,
    address: toHref(path, frame.query, kept),
    query: toHref('', frame.query, kept, asked.named).replace('?', ''),
    panels,
    methods: passagesOf(panels, methods.passages),
  };
}

/** Whose incidents a file of the viewer's counts, by the names of their teams. */
export async function packScope(viewer: Viewer, record?: RecordDatabase): Promise<PackScope> {
  const teams = await listBoundTeams(record ?? (await theRecord()), viewer);
  return { teams, own: teams !== null && (viewer.agents ?? []).length > 0, roles: viewer.roles };
}

/** A workspace is called so until somebody names it. */
const PRODUCT = 'Lookback';

function aboutFrame(frame: FrameModel, heading: HeadingModel) {
  const { shown, all, unclassified, withoutPath } = heading;
  return {
    workspace: frame.workspaceName === PRODUCT ? '' : frame.workspaceName,
    filterWords: frame.sentence,
    filters: frame.chips.map(({ label, verb, values }) => ({
      label,
      words: verb === 'is not' ? `not ${values}` : values,
    })),
    periodWords: frame.periodWords,
    period: frame.windows && daysOf(frame.windows.current),
    comparisonWords: frame.windows?.comparison ? frame.comparisonWords : null,
    ignored: frame.ignored.map(
      ({ parameter, value, reason }) => `Left out of the address: ${parameter}=${value}, ${reason}`,
    ),
    timeZone: frame.timeZone,
    asOf: new Date(frame.asOf).toISOString(),
    dataTo: frame.coverage && daysOf(frame.coverage).lastDay,
    factsVersion: frame.source.kind === 'copy' ? frame.source.version : null,
    taxonomy: frame.taxonomy,
    shown: { count: shown, of: all, unclassified, withoutPath },
  };
}

/** What is counted at all, and each passage that a panel is explained by, in the order of the document. */
function passagesOf(panels: readonly PackPanel[], passages: readonly Passage[]): Passage[] {
  const wanted = new Set<string>([
    'counted',
    ...panels.flatMap(({ definition }) => definition.passage ?? []),
  ]);
  return passages.filter(({ id }) => wanted.has(id));
}
