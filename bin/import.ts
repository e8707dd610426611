import { basename, resolve } from 'node:path';
import { type ImportProgress, type ImportResult, importFile } from '@/db/commands/import-file.ts';
import { countImportProblems, listImportProblems } from '@/db/queries/import-problems.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { OpenRecords } from '@/db/records.ts';
import { closeOnFailure, startRecords } from '@/db/start.ts';
import { describeSums, PROBLEM_KINDS } from '@/lib/analysis/import-summary.ts';
import { env } from '@/lib/env.ts';
import { MAPPINGS } from '@/lib/intake/mappings.ts';
import { readerOf } from './command/arguments.ts';
import { paceOf } from './command/pace.ts';
import { COMMAND_LINE, runCommand } from './command/run-command.ts';

const { read, refusal } = readerOf(`Usage: npm run import -- FILE --mapping NAME [--json]
Mappings:
${MAPPINGS.map(({ id, about }) => `  ${id.padEnd(14)} ${about}`).join('\n')}`);

const REMARKS_SHOWN = 20;

await runCommand(async (args) => {
  const { path, mapping, json } = readArguments(args);
  const opened = await startRecords();
  const { result, remarks } = await closeOnFailure(opened, async () => {
    const imported = await run(opened, path, mapping);
    return { result: imported, remarks: await describeRemarks(opened, imported) };
  });
  await opened.close();
  for (const line of [...describe(result), ...remarks]) console.error(line);
  if (json) console.log(JSON.stringify(toJson(result)));
});

function readArguments(args: string[]): { path: string; mapping: string; json: boolean } {
  const options = { mapping: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = read({ args, options, allowPositionals: true });
  const [path, ...more] = positionals;
  if (path === undefined || values.mapping === undefined || more.length > 0) throw refusal();
  return { path: resolve(path), mapping: values.mapping, json: values.json ?? false };
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

function toJson({
  read: rows,
  merged,
  rejected,
  created,
  updated,
  unchanged,
  incidents,
  seconds,
}: ImportResult) {
  const counts = { read: rows, merged, rejected, created, updated, unchanged, incidents };
  return { ...counts, rows, ...paceOf({ incidents, rows }, seconds) };
}
