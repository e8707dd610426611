import { auditChainReport } from '@/db/reports/audit-log.ts';
import { closeOnFailure, startRecords } from '@/db/start.ts';
import { readerOf } from './command/arguments.ts';
import { COMMAND_LINE, runCommand } from './command/run-command.ts';

const { read } = readerOf(`Usage: npm run audit -- [--json]
Reads the whole audit log and computes its chain anew. Ends with status 1 when a row was changed or removed, and
names the first. Keep the last hash elsewhere: it shows later that nothing was cut off at the end.`);

await runCommand(async (args) => {
  const { values } = read({ args, options: { json: { type: 'boolean', default: false } } });
  const opened = await startRecords();
  const found = await closeOnFailure(opened, () =>
    auditChainReport(COMMAND_LINE, { record: opened.records }),
  );
  await opened.close();
  if (values.json) console.log(JSON.stringify(found));
  if (found.broken === null) {
    console.error(`The chain of ${found.rows} rows holds. Last: ${found.last?.hash ?? 'none'}`);
    return;
  }
  console.error(`The chain breaks at row ${found.broken}: it was changed, or a row before it was removed.`);
  process.exitCode = 1;
});
