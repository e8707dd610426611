import { ButtonLink, controlClass } from '@/app/_ui/form/button.tsx';
import type { KeptReport } from '@/db/reports/kept-report.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCount, NOTHING_KNOWN } from '@/lib/charts/format.ts';
import { formatBytes } from '@/lib/charts/format-bytes.ts';
import { dayWords } from '@/lib/filters/day-words.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import type { Pack } from '@/lib/packs/pack.ts';
import { scopeWords } from '@/lib/packs/pack-scope.ts';
import { LiveState } from '../live-state.tsx';
import style from '../reports.module.css';

/** What the report is called, of when its figures are, and what it covers. */
export function ReportHead({ kept }: { kept: KeptReport }) {
  const { report, timeZone, pack } = kept;
  const { code, title, madeAt, isOwn } = report;
  const moment = madeAt === null ? null : describeInstant(madeAt, timeZone);
  return (
    <>
      <div className={style.head}>
        <h1>
          {code} · {title}
        </h1>
        {pack ? <ButtonLink href={`/reports/${code}?with=now`}>Compare with now</ButtonLink> : null}
        <ButtonLink href={report.address} prefetch={false}>
          As now
        </ButtonLink>
        {isOwn && report.hasFile ? (
          <a className={controlClass('primary')} href={`/api/reports/${code}/file`}>
            Download {report.format}
          </a>
        ) : null}
      </div>
      {moment && report.state === 'made' ? (
        <p className={style.then} role="note">
          <b>
            {pack || report.hasFile ? 'As it was' : 'Taken out'} on {moment}.
          </b>{' '}
          {pack ? keptWords(pack) : rowsWords(report)}
        </p>
      ) : (
        <p>
          <LiveState report={report} />
        </p>
      )}
      <Facts kept={kept} />
    </>
  );
}

function keptWords({ scope }: Pack): string {
  const teams = scope?.teams ? ', in the teams that you see' : '';
  return `These figures are kept and do not change. The page “As now” shows the same filters with the data of today${teams}.`;
}

function rowsWords({ hasFile }: KeptReport['report']): string {
  return hasFile
    ? 'It holds incidents row by row; the file is all of it.'
    : 'Incidents left row by row, as they were read. Who took them and by which filters is kept, the rows are not.';
}

function Facts({ kept: { report, sha256, timeZone, pack } }: { kept: KeptReport }) {
  const moment = (at: number) => describeInstant(at, timeZone);
  const facts: (readonly [string, string | null])[] = [
    ...(pack?.scope?.teams ? ([['Teams', scopeWords(pack.scope)]] as const) : []),
    ['Filters', report.filterWords],
    ...(pack
      ? ([
          ['Period', pack.periodWords],
          ['Against', pack.comparisonWords ?? 'no comparison'],
          ['Incidents', `${formatCount(pack.shown.count)} of ${formatCount(pack.shown.of)}`],
          [
            'Data',
            `${pack.factsVersion === null ? 'of the record' : `version ${formatCount(pack.factsVersion)}`}, counted at ${moment(Date.parse(pack.asOf))}`,
          ],
          ['Data to', pack.dataTo && dayWords(pack.dataTo)],
          ['Taxonomy', `version ${formatCount(pack.taxonomy)}`],
        ] as const)
      : ([['Incidents', report.total === null ? null : formatCount(report.total)]] as const)),
    [report.leftAtOnce ? 'Taken out' : 'Asked for', `${moment(report.askedAt)}, by ${report.by}`],
    ['Format', report.format],
    ...(report.bytes === null
      ? []
      : ([
          ['Size', formatBytes(report.bytes)],
          ...(sha256 ? ([['SHA-256', `${sha256.slice(0, 16)}…`]] as const) : []),
        ] as const)),
    ['Kept until', dayWords(localDateAt(report.keptUntil, timeZone))],
  ];
  return (
    <dl className={style.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd title={label === 'SHA-256' && sha256 ? sha256 : undefined}>{value ?? NOTHING_KNOWN}</dd>
        </div>
      ))}
    </dl>
  );
}
