import { parseArgs } from 'node:util';
import { CannotStart } from '@/db/cannot-start.ts';
import { loadSample, SAMPLE_SEED, SAMPLE_SIZE } from '@/db/commands/load-sample.ts';
import { removeSample } from '@/db/commands/remove-sample.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { OpenRecords } from '@/db/records.ts';
import { closeOnFailure, startRecords } from '@/db/start.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import type { Viewer } from '@/lib/access.ts';
import { env, InvalidEnv } from '@/lib/env.ts';
import { Conflict, Forbidden, Invalid } from '@/lib/errors.ts';
import { toLocal } from '@/lib/intake/zones.ts';

const USAGE = `Usage: npm run seed -- [--incidents N] [--seed N] [--until YYYY-MM-DD] [--json]
       npm run seed -- --remove [--json]
Puts a sample of about N incidents (${SAMPLE_SIZE} unless given) into the record, or takes it out again.`;

/** Whoever may run commands on the server stands above the accounts of the program. */
const COMMAND_LINE: Viewer = { actor: 'command line', roles: ['admin'], teams: 'all' };

interface Asked {
  incidents: number;
  seed: number;
  until: string | null;
  json: boolean;
  remove: boolean;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!isExpected(error)) throw error;
  console.error(
    error instanceof Invalid ? error.problems.map(({ message }) => message).join('\n') : error.message,
  );
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const asked = readArguments(args);
  const opened = await startRecords();
  const started = performance.now();
  const incidents = await closeOnFailure(opened, () =>
    asked.remove ? removeSample(opened.records, COMMAND_LINE) : load(opened, asked),
  );
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  await opened.close();
  console.error(`${incidents} incidents ${asked.remove ? 'removed' : 'loaded'} in ${seconds} s.`);
  const perSecond = Math.round(incidents / seconds);
  if (asked.json) console.log(JSON.stringify({ removed: asked.remove, incidents, seconds, perSecond }));
}

async function load({ records }: OpenRecords, asked: Asked): Promise<number> {
  const workspace = await findWorkspace(records);
  const timeZone = workspace?.timeZone ?? env().timeZone ?? 'UTC';
  const until = asked.until ?? toLocal(Date.now(), timeZone).on;
  const plan = { ...asked, until, timeZone, currency: workspace?.currency ?? 'USD' };
  let next = 0;
  return loadSample(records, COMMAND_LINE, plan, (incidents) => {
    const at = performance.now();
    if (at < next) return;
    next = at + 1000;
    console.error(`Written: ${incidents} incidents`);
  });
}

function readArguments(args: string[]): Asked {
  const options = {
    incidents: { type: 'string', default: String(SAMPLE_SIZE) },
    seed: { type: 'string', default: String(SAMPLE_SEED) },
    until: { type: 'string' },
    json: { type: 'boolean', default: false },
    remove: { type: 'boolean', default: false },
  } as const;
  const { values } = orUsage(() => parseArgs({ args, options }));
  const until = values.until ?? null;
  if (until !== null && !/^\d{4}-\d{2}-\d{2}$/.test(until)) throw usage('--until takes a date.\n');
  return {
    incidents: wholeNumber('--incidents', values.incidents, 1, 20_000_000),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1),
    until,
    json: values.json,
    remove: values.remove,
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw usage(`${name} takes a whole number from ${least} to ${most}, not "${text}".\n`);
}

function orUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw usage(error instanceof Error ? `${error.message}\n` : '');
  }
}

function usage(reason: string): Invalid {
  return new Invalid([{ field: '', message: `${reason}${USAGE}` }]);
}

function isExpected(error: unknown): error is Error {
  const known = [Invalid, InvalidEnv, CannotStart, Conflict, Forbidden];
  return known.some((kind) => error instanceof kind) || isUnavailable(error);
}
