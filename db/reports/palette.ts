import { listNamedIncidents } from '@/db/queries/named-incidents.ts';
import { listKeptPatterns } from '@/db/queries/patterns.ts';
import { listReportHits, listTeamHits } from '@/db/reports/palette-names.ts';
import { openReading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { openWords } from '@/db/reports/search.ts';
import { listViewsOf } from '@/db/reports/views.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import { describeMoment } from '@/lib/analysis/moment-words.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import type { PaletteGroup, PaletteHit } from '@/lib/palette/palette-hit.ts';
import { rankHits } from '@/lib/palette/rank-hits.ts';
import { PATTERN_STATUS_LABELS } from '@/lib/patterns/pattern-status.ts';
import { LONGEST_SEARCH, parseSearch, type SearchWords } from '@/lib/search/search-words.ts';
import { STANDING_LABELS } from '@/lib/standing/standing-words.ts';
import { addressOf } from '@/lib/views/view-model.ts';

const MOST_EACH = 6;

/**
 * What the palette offers for a text: views, kept patterns and teams by their names, reports by their ids, and the
 * incidents that it names by number, by id or in words; without a text, the views and patterns alone. Only what the
 * viewer may see.
 */
export async function paletteReport(
  viewer: Viewer,
  text: string,
  options: { record?: RecordDatabase } = {},
): Promise<PaletteGroup[]> {
  const record = options.record ?? (await theRecord());
  const wanted = text.trim().slice(0, LONGEST_SEARCH);
  const [views, patterns, teams, reports, incidents] = await Promise.all([
    listViewHits(record, viewer),
    may(viewer, 'see_reports') ? listPatternHits(record, viewer) : [],
    wanted === '' ? [] : listTeamHits(record, viewer),
    listReportHits(record, viewer, wanted),
    may(viewer, 'see_incidents') ? listIncidentHits(record, viewer, wanted) : [],
  ]);
  return [
    { label: 'Views', hits: rankHits(wanted, views, MOST_EACH) },
    { label: 'Kept patterns', hits: rankHits(wanted, patterns, MOST_EACH) },
    { label: 'Teams', hits: rankHits(wanted, teams, MOST_EACH) },
    { label: 'Reports', hits: reports.slice(0, MOST_EACH) },
    { label: 'Incidents', hits: incidents },
  ].filter(({ hits }) => hits.length > 0);
}

async function listViewHits(record: RecordDatabase, viewer: Viewer): Promise<PaletteHit[]> {
  const views = await listViewsOf(viewer, record);
  return views.map((view) => ({
    id: `view:${view.viewId}`,
    label: view.name,
    note: { '/': 'Overview', '/patterns': 'Patterns', '/skills': 'Skills', '/incidents': 'Incidents' }[
      view.page
    ],
    href: addressOf(view),
  }));
}

async function listPatternHits(record: RecordDatabase, viewer: Viewer): Promise<PaletteHit[]> {
  const patterns = await listKeptPatterns(record, viewer);
  return patterns.map(({ patternId, name, status }) => ({
    id: `pattern:${patternId}`,
    label: name,
    note: PATTERN_STATUS_LABELS[status],
    href: `/patterns/${patternId}`,
  }));
}

async function listIncidentHits(record: RecordDatabase, viewer: Viewer, text: string): Promise<PaletteHit[]> {
  const { search, said } = toSearch(text);
  if (!search || search.isWithout) return [];
  const reading = await openReading(record, viewer, parseFilters(new URLSearchParams('period=all')));
  try {
    const words = await openWords(reading, said, search);
    const source = await words.open(DEFAULT_LIST);
    const [found, count] = await Promise.all([
      source.list({ limit: MOST_EACH + 1, from: null, backwards: false }),
      // Many are counted for seconds, after the page that shows them: nobody waits for that here.
      words.isMany ? null : words.count().then((counted) => counted.count),
    ]);
    // Who gives a number means that incident: it goes first, and is there also where it is set aside.
    const asked = search.number === null ? [] : [search.number];
    const numbers = [...new Set([...asked, ...found.map(({ number }) => number)])].slice(0, MOST_EACH);
    const rows = await listNamedIncidents(record, viewer, numbers);
    const hits = numbers.flatMap((number) => rows.filter((row) => row.number === number).map(toHit));
    return found.length > MOST_EACH ? [...hits, toAll(said, count)] : hits;
  } finally {
    await reading.snapshot.close();
  }
}

/** The list of all that say it, where the palette has no room for them. */
function toAll(said: string, count: number | null): PaletteHit {
  const all = count === null ? 'All' : `All ${count.toLocaleString('en-GB')}`;
  return {
    id: 'incidents:all',
    label: `${all} that match ${said}`,
    note: 'Incidents',
    href: toHref('/incidents', 'period=all', new URLSearchParams({ q: said }).toString()),
  };
}

/** As the list searches, but for the last word, which may not be written to its end yet; and how the list is told so. */
function toSearch(text: string): { search: SearchWords | null; said: string } {
  const search = parseSearch(text);
  const begun = /[\p{L}\p{N}]{3,}$/u.test(text) && !text.includes('"') ? parseSearch(`${text}*`) : null;
  if (!search || !begun) return { search, said: text };
  const { words, phrases, prefixes } = begun;
  if (search.isWithout) return { search, said: text };
  return { search: { ...search, words, phrases, prefixes }, said: `${text}*` };
}

function toHit(row: Awaited<ReturnType<typeof listNamedIncidents>>[number]): PaletteHit {
  const aside = row.standing === 'counts' ? [] : [STANDING_LABELS[row.standing].toLowerCase()];
  const precision = row.precision === 'month' ? 'month' : 'day';
  const when = describeMoment({ at: Date.parse(row.occurredOn), precision }, 'UTC');
  return {
    id: `incident:${row.number}`,
    label: `${nameIncident(row.number)} ${row.topic ?? row.trigger}`,
    note: [when, ...aside].join(', '),
    href: `/incidents/${row.number}`,
  };
}
