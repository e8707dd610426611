import type { ImportReport } from '@/db/reports/imports.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatDecimal, NOTHING_KNOWN } from '@/lib/charts/format.ts';
import { formatBytes } from '@/lib/charts/format-bytes.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import { findMapping } from '@/lib/intake/mappings.ts';
import style from '../import.module.css';

/** Which file it was and how it was read. */
export function RunFacts({ report: { run, encoding, sha256, timeZone } }: { report: ImportReport }) {
  const facts = [
    { label: 'Mapping', value: findMapping(run.mapping)?.label ?? run.mapping },
    { label: 'Started', value: describeInstant(run.startedAt, timeZone) },
    { label: 'Took', value: run.seconds === null ? null : `${formatDecimal(run.seconds, 1)}\u00a0s` },
    { label: 'Dates', value: run.coverage && windowWords(run.coverage) },
    { label: 'Size', value: formatBytes(run.fileBytes) },
    { label: 'Encoding', value: encoding },
    { label: 'SHA-256', value: `${sha256.slice(0, 12)}…` },
    { label: 'Import', value: String(run.id) },
  ];
  return (
    <dl className={style.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd title={label === 'SHA-256' ? sha256 : undefined}>{value ?? NOTHING_KNOWN}</dd>
        </div>
      ))}
    </dl>
  );
}
