import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { importFile } from '@/db/commands/import-file.ts';
import { closeOnFailure } from '@/db/start.ts';
import { measureBareCopy } from './bare-copy.ts';
import { complaintCsv } from './complaint-csv.ts';
import { BENCHMARK_VIEWER, openBenchmark } from './open-benchmark.ts';

/** How fast incidents went in, and how fast PostgreSQL takes the same rows by COPY. */
export interface Intake {
  incidents: number;
  seconds: number;
  copySeconds: number;
}

/** Seeds and imports so many incidents into an empty home, which the caller removes. */
export async function measureIntake(
  home: string,
  incidents: number,
  say: (line: string) => void,
): Promise<{ seed: Intake; import: Intake }> {
  const { opened, incidents: seeded, seededInSeconds } = await openBenchmark(home, incidents, say);
  const measured = await closeOnFailure(opened, async () => {
    if (seededInSeconds === null) throw new Error(`${home} was to be empty`);
    const seed = {
      incidents: seeded,
      seconds: seededInSeconds,
      copySeconds: await measureBareCopy(opened.ownerUrl),
    };
    const path = join(home, 'complaints.csv');
    await pipeline(Readable.from(complaintCsv(incidents)), createWriteStream(path));
    const request = { path, fileName: 'complaints.csv', mapping: 'cfpb', timeZone: 'UTC' };
    const { created, seconds } = await importFile(opened.records, BENCHMARK_VIEWER, request);
    return {
      seed,
      import: { incidents: created, seconds, copySeconds: await measureBareCopy(opened.ownerUrl) },
    };
  });
  await opened.close();
  return measured;
}
