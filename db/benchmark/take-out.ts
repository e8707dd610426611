import { withLine } from '@/db/benchmark/bare-copy.ts';
import { exportIncidents } from '@/db/reports/export-incidents.ts';
import { incidentsFile } from '@/db/reports/incidents-file.ts';
import { makePack } from '@/db/reports/pack.ts';
import { packFile } from '@/db/reports/pack-file.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { BENCHMARK_VIEWER } from './open-benchmark.ts';

/** How fast incidents and figures leave as files. */
export interface TakeOut {
  incidents: number;
  /** All of them as CSV. */
  seconds: number;
  /** Until the first of them was there, in milliseconds. */
  firstMs: number;
  /** By how many megabytes the memory of the program rose meanwhile, at most. */
  riseMb: number;
  /** PostgreSQL alone, the same columns of the same incidents by COPY. */
  copySeconds: number;
  /** The whole overview as a PDF, when its figures were there. */
  pdfSeconds: number;
}

interface Place {
  record: RecordDatabase;
  ownerUrl: string;
  now: number;
}

/** Takes everything out as CSV and by a bare COPY, and the overview as a PDF. */
export async function measureTakeOut(incidents: number, { record, ownerUrl, now }: Place): Promise<TakeOut> {
  // Each is done once before it counts, so that neither finds a colder disk than the other.
  await measureCopy(ownerUrl);
  await measureCsv({ record, now });
  const copySeconds = await measureCopy(ownerUrl);
  const csv = await measureCsv({ record, now });
  const pack = await makePack(BENCHMARK_VIEWER, 'overview', 'period=all', { record, now });
  const pdfSeconds = await seconds(async () => {
    const { pieces } = await packFile(BENCHMARK_VIEWER, pack, 'pdf-a4', { record, now });
    for await (const _ of pieces);
  });
  return { incidents, ...csv, copySeconds, pdfSeconds };
}

async function measureCsv(options: Pick<Place, 'record' | 'now'>) {
  const filters = parseFilters(new URLSearchParams('period=all'));
  const before = process.memoryUsage.rss();
  const started = performance.now();
  const since = () => performance.now() - started;
  const taken = await exportIncidents(BENCHMARK_VIEWER, filters, options);
  const { pieces } = incidentsFile(taken, {
    format: 'csv',
    mark: true,
    search: '',
    isSelected: false,
    report: null,
  });
  let highest = before;
  let firstMs = 0;
  let turn = 0;
  for await (const _ of pieces) {
    turn += 1;
    // The first piece says what the file was made from; incidents follow it.
    if (turn === 2) firstMs = since();
    highest = Math.max(highest, process.memoryUsage.rss());
  }
  return { seconds: since() / 1000, firstMs, riseMb: (highest - before) / 1e6 };
}

function measureCopy(ownerUrl: string): Promise<number> {
  return withLine(ownerUrl, (sql) =>
    seconds(async () => {
      for await (const _ of await sql.unsafe(`copy (${SAME_COLUMNS}) to stdout (format csv)`).readable());
    }),
  );
}

const SAME_COLUMNS = `select i.number, s.id, i.external_id, i.kind, i.occurred_at, i.reported_at, i.closed_at, i.status,
  i.channel, i.journey_stage, i.product, i.site_id, i.team_id, a.reference, c.pseudonym, i.trigger, i.customer_state,
  i.severity, i.intensity_before, i.intensity_after, i.outcome, i.path, i.level_reached, i.minutes_to_close,
  i.compensation_minor, i.compensation_currency, i.csat, t.topic, t.narrative, t.resolution
  from incident i join source s on s.code = i.source left join incident_text t on t.incident_id = i.incident_id
  left join agent a on a.agent_id = i.agent_id left join customer c on c.customer_id = i.customer_id
  order by i.number desc`;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
