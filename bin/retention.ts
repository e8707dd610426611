import { applyRetention } from '@/db/commands/apply-retention.ts';
import type { OpenRecords } from '@/db/records.ts';
import { type ExpiredKind, retentionReport } from '@/db/reports/retention.ts';
import { closeOnFailure, startRecords } from '@/db/start.ts';
import { RETENTION_KINDS, RETENTION_LABELS, type Removed } from '@/lib/privacy/retention.ts';
import { readerOf } from './command/arguments.ts';
import { COMMAND_LINE, runCommand } from './command/run-command.ts';

const { read } = readerOf(`Usage: npm run retention -- [--dry-run] [--json]
Removes what is older than the workspace keeps it, as is done every night by the program itself. It can be broken off
and begun again. --dry-run counts what would go and changes nothing. The periods are set on the page Settings ›
Retention.`);

await runCommand(async (args) => {
  const { values } = read({
    args,
    options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const opened = await startRecords();
  const done = await closeOnFailure(opened, () => run(opened, values['dry-run']));
  await opened.close();
  for (const line of 'expired' in done ? describeExpired(done.expired) : describeRemoved(done.removed))
    console.error(line);
  if (values.json) console.log(JSON.stringify(done));
});

async function run(
  { records }: OpenRecords,
  dryRun: boolean,
): Promise<{ expired: readonly ExpiredKind[] } | { removed: Removed }> {
  const now = new Date();
  if (!dryRun) return { removed: await applyRetention(records, COMMAND_LINE, now) };
  const { expired } = await retentionReport(COMMAND_LINE, () => null, { record: records, now });
  return { expired };
}

function describeExpired(expired: readonly ExpiredKind[]): string[] {
  if (expired.length === 0) return ['No period is set: everything is kept for good.'];
  const lines = expired.map(({ kind, keptFrom, count, oldest, newest }) => {
    const days = oldest && newest ? `, from ${oldest} to ${newest}` : '';
    return `${RETENTION_LABELS[kind]}, kept from ${keptFrom}: ${count} would go${days}.`;
  });
  return [...lines, 'Nothing was changed.'];
}

function describeRemoved(removed: Removed): string[] {
  const lines = RETENTION_KINDS.flatMap((kind) =>
    removed[kind] ? [`${RETENTION_LABELS[kind]}: ${removed[kind]} removed.`] : [],
  );
  return lines.length === 0 ? ['Nothing is too old.'] : lines;
}
