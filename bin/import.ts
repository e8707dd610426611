import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotStart } from '@/db/cannot-start.ts';
import { type ImportProgress, type ImportResult, importFile } from '@/db/commands/import-file.ts';
import { ImportStopped } from '@/db/commands/importing/import-stopped.ts';
import { countImportProblems, listImportProblems } from '@/db/queries/import-problems.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { OpenRecords } from '@/db/records.ts';
import { closeOnFailure, startRecords } from '@/db/start.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import type { Viewer } from '@/lib/access.ts';
import { describeSums, PROBLEM_KINDS } from '@/lib/analysis/import-summary.ts';
import { env, InvalidEnv } from '@/lib/env.ts';
import { Conflict, Forbidden, Invalid } from '@/lib/errors.ts';
import { MAPPINGS } from '@/lib/intake/mappings.ts';

const USAGE = `Usage: npm run import -- FILE --mapping NAME [--json]
Mappings:
${MAPPINGS.map(({ id, about }) => `  ${id.padEnd(14)} ${about}`).join('\n')}`;

const REMARKS_SHOWN = 20;

/** Whoever may run commands on the server stands above the accounts of the program. */
const COMMAND_LINE: Viewer = { actor: 'command line', roles: ['admin'], teams: 'all' };

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
  const { path, mapping, json } = readArguments(args);
  const opened = await startRecords();
  const { result, remarks } = await closeOnFailure(opened, async () => {
    const imported = await run(opened, path, mapping);
    return { result: imported, remarks: await describeRemarks(opened, imported) };
  });
  await opened.close();
  for (const line of [...describe(result), ...remarks]) console.error(line);
  if (json) console.log(JSON.stringify(toJson(result)));
}

function readArguments(args: string[]): { path: string; mapping: string; json: boolean } {
  const options = { mapping: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = orUsage(() => parseArgs({ args, options, allowPositionals: true }));
  const [path, ...more] = positionals;
  if (path === undefined || values.mapping === undefined || more.length > 0) throw usage('');
  return { path: resolve(path), mapping: values.mapping, json: values.json ?? false };
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

async function run({ records }: OpenRecords, path: string, mapping: string): Promise<ImportResult> {
  const workspace = await findWorkspace(records);
  const timeZone = workspace?.timeZone ?? env().timeZone ?? 'UTC';
  if (!workspace) {
    const origin = env().timeZone ? 'from LOOKBACK_TIME_ZONE' : 'since LOOKBACK_TIME_ZONE is not set';
    console.error(`There is no workspace yet: local times are taken in ${timeZone}, ${origin}.`);
  }
  const request = { path, fileName: basename(path), mapping, timeZone };
  return importFile(records, COMMAND_LINE, request, progressLine());
}

/** At most one line a second, and one when the stage changes. */
function progressLine(): (progress: ImportProgress) => void {
  let last = { stage: '', at: 0 };
  return ({ stage, rows, bytes, totalBytes }) => {
    const at = performance.now();
    if (stage === last.stage && at - last.at < 1000) return;
    last = { stage, at };
    const percent = totalBytes === 0 ? 100 : Math.floor((bytes / totalBytes) * 100);
    if (stage === 'waiting')
      console.error('The same file is being imported already; waiting for the end of that.');
    else console.error(`${stage === 'reading' ? 'Read' : 'Written'}: ${rows} rows, ${percent} %`);
  };
}

function describe(result: ImportResult): string[] {
  const { encoding, unclassified, seconds } = result;
  return [
    ...describeSums(result),
    `${unclassified} of ${result.incidents} incidents have no trigger (unclassified). Read as ${encoding}, in ${seconds} s.`,
  ];
}

/** The rows that were not taken as they came, with their line, field and reason: the first of each kind. */
async function describeRemarks({ records }: OpenRecords, { importRunId }: ImportResult): Promise<string[]> {
  const counts = await countImportProblems(records, COMMAND_LINE, importRunId);
  const described = PROBLEM_KINDS.filter((kind) => counts[kind] > 0).map(async (kind) => {
    const cut = { limit: REMARKS_SHOWN };
    const problems = await listImportProblems(records, COMMAND_LINE, importRunId, kind, cut);
    const more = counts[kind] - problems.length;
    return [
      ...problems.map(
        ({ line, field, message }) => `${kind}, line ${line}${field ? `, ${field}` : ''}: ${message}`,
      ),
      ...(more > 0 ? [`${kind}: ${more} more, on the page Import ${importRunId}.`] : []),
    ];
  });
  return (await Promise.all(described)).flat();
}

function toJson({ read, merged, rejected, created, updated, unchanged, incidents, seconds }: ImportResult) {
  return { read, merged, rejected, created, updated, unchanged, incidents, seconds };
}

function isExpected(error: unknown): error is Error {
  const known = [Invalid, InvalidEnv, CannotStart, Conflict, Forbidden, ImportStopped];
  return known.some((kind) => error instanceof kind) || isUnavailable(error);
}
