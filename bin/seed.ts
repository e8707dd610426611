import { SAMPLE_SEED, SAMPLE_SIZE } from '@/db/commands/load-sample.ts';
import { loadSampleAsOwner } from '@/db/commands/load-sample-as-owner.ts';
import { removeSample } from '@/db/commands/remove-sample.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { OpenRecords } from '@/db/records.ts';
import { closeOnFailure, startRecords } from '@/db/start.ts';
import { env } from '@/lib/env.ts';
import { toLocal } from '@/lib/intake/zones.ts';
import { readerOf } from './command/arguments.ts';
import { paceOf } from './command/pace.ts';
import { COMMAND_LINE, runCommand } from './command/run-command.ts';

const { read, refusal, wholeNumber } =
  readerOf(`Usage: npm run seed -- [--incidents N] [--seed N] [--until YYYY-MM-DD] [--json]
       npm run seed -- --remove [--json]
Puts a sample of about N incidents (${SAMPLE_SIZE} unless given) into the record, or takes it out again.`);

interface Asked {
  incidents: number;
  seed: number;
  until: string | null;
  json: boolean;
  remove: boolean;
}

interface Done {
  removed: boolean;
  incidents: number;
  rows: number | null;
}

await runCommand(async (args) => {
  const asked = readArguments(args);
  const opened = await startRecords();
  const started = performance.now();
  const done = await closeOnFailure(opened, () => (asked.remove ? remove(opened) : load(opened, asked)));
  const pace = paceOf(done, (performance.now() - started) / 1000);
  await opened.close();
  const { removed, incidents } = done;
  console.error(`${incidents} incidents ${removed ? 'removed' : 'loaded'} in ${pace.seconds} s.`);
  if (asked.json) console.log(JSON.stringify({ ...done, ...pace }));
});

async function remove({ records }: OpenRecords): Promise<Done> {
  const incidents = await removeSample(records, COMMAND_LINE);
  return { removed: true, incidents, rows: null };
}

async function load(opened: OpenRecords, asked: Asked): Promise<Done> {
  const workspace = await findWorkspace(opened.records);
  const timeZone = workspace?.timeZone ?? env().timeZone ?? 'UTC';
  const until = asked.until ?? toLocal(Date.now(), timeZone).on;
  const plan = { ...asked, until, timeZone, currency: workspace?.currency ?? 'USD' };
  let next = 0;
  const loaded = await loadSampleAsOwner(opened, COMMAND_LINE, plan, (incidents) => {
    const at = performance.now();
    if (at < next) return;
    next = at + 1000;
    console.error(`Written: ${incidents} incidents`);
  });
  return { removed: false, ...loaded };
}

function readArguments(args: string[]): Asked {
  const options = {
    incidents: { type: 'string', default: String(SAMPLE_SIZE) },
    seed: { type: 'string', default: String(SAMPLE_SEED) },
    until: { type: 'string' },
    json: { type: 'boolean', default: false },
    remove: { type: 'boolean', default: false },
  } as const;
  const { values } = read({ args, options });
  const until = values.until ?? null;
  if (until !== null && !/^\d{4}-\d{2}-\d{2}$/.test(until)) throw refusal('--until takes a date.');
  return {
    incidents: wholeNumber('--incidents', values.incidents, 1, 20_000_000),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1),
    until,
    json: values.json,
    remove: values.remove,
  };
}
