import { chooseRedaction } from '@/db/commands/choose-redaction.ts';
import { type RedactedRecord, redactRecord } from '@/db/commands/redact-record.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { findVersionedSettings } from '@/db/queries/workspace-settings.ts';
import type { OpenRecords } from '@/db/records.ts';
import { closeOnFailure, startRecords } from '@/db/start.ts';
import { Conflict } from '@/lib/errors.ts';
import { PII_LABELS, PII_TYPES } from '@/lib/privacy/pii-types.ts';
import { REDACTION_MODES, type RedactionMode } from '@/lib/privacy/redaction-mode.ts';
import { readerOf } from './command/arguments.ts';
import { COMMAND_LINE, runCommand } from './command/run-command.ts';

const { read, refusal } =
  readerOf(`Usage: npm run redact -- [--dry-run] [--originals sealed|dropped|off] [--json]
Takes personal data out of what is in the record already, as is done with all that comes in. It can be broken off and
begun again. --dry-run counts and changes nothing. --originals says first what becomes of originals from now on: they
are kept sealed, those that are kept now are dropped too, or nothing is redacted any more.`);

interface Asked {
  dryRun: boolean;
  originals: RedactionMode | null;
  json: boolean;
}

await runCommand(async (args) => {
  const asked = readArguments(args);
  const opened = await startRecords();
  const done = await closeOnFailure(opened, () => run(opened, asked));
  await opened.close();
  for (const line of done ? describe(done, asked.dryRun) : ['From now on nothing is redacted.'])
    console.error(line);
  if (asked.json) console.log(JSON.stringify(done));
});

async function run({ records }: OpenRecords, { dryRun, originals }: Asked): Promise<RedactedRecord | null> {
  if (originals !== null) {
    if (!(await findWorkspace(records)))
      throw new Conflict('There is no workspace yet: start Lookback and set it up.');
    const { version } = await findVersionedSettings(records);
    await chooseRedaction(records, COMMAND_LINE, { version, redaction: originals }, new Date());
    if (originals === 'off') return null;
  }
  let next = 0;
  return redactRecord(records, COMMAND_LINE, { dryRun, now: new Date() }, (incidents) => {
    const at = performance.now();
    if (at < next) return;
    next = at + 1000;
    console.error(`Gone through: ${incidents} incidents`);
  });
}

function describe(done: RedactedRecord, dryRun: boolean): string[] {
  const { incidents, redacted, taken, remarks, names, staffTexts, dropped } = done;
  return [
    `${incidents} incidents gone through; ${redacted} ${dryRun ? 'would be' : 'were'} redacted.`,
    ...PII_TYPES.flatMap((type) => (taken[type] ? [`  ${PII_LABELS[type]}: ${taken[type]}`] : [])),
    ...(remarks === null
      ? []
      : [
          `${remarks} remarks of imports, ${names} names of files and products, and ${staffTexts} texts of patterns and reviews were redacted.`,
        ]),
    ...(dropped === null ? [] : [`${dropped} sealed originals were removed.`]),
    ...(dryRun ? ['Nothing was changed.'] : []),
  ];
}

function readArguments(args: string[]): Asked {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    originals: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values } = read({ args, options });
  const originals = REDACTION_MODES.find((mode) => mode === values.originals) ?? null;
  if (values.originals !== undefined && originals === null) {
    throw refusal(`--originals takes ${REDACTION_MODES.join(', ')}, not "${values.originals}".`);
  }
  if (values['dry-run'] && originals !== null) throw refusal('--dry-run changes nothing, so no --originals.');
  return { dryRun: values['dry-run'], originals, json: values.json };
}
