import { Boundary } from '@/app/_ui/frame/boundary.tsx';
import { type Moment, Part } from '@/app/_ui/frame/part.tsx';
import type { PatternsReport } from '@/db/reports/patterns-types.ts';
import { formatCount } from '@/lib/charts/format.ts';
import type { ScanList } from '@/lib/charts/scan-model.ts';
import style from './patterns.module.css';

/** What the scan found, and how much of it is under watch: the first line of the page. */
export function Verdict({ report, moment }: { report: PatternsReport; moment: Moment }) {
  return (
    <Boundary happened="The pattern scan failed" kept="The other panels are not affected.">
      <div className={style.verdict}>
        <Part
          moment={moment}
          ready={report.panels.scan}
          holding={<span className="quiet">Looking for patterns…</span>}
        >
          <Found report={report} />
        </Part>
      </div>
    </Boundary>
  );
}

async function Found({ report }: { report: PatternsReport }) {
  const { picture } = await report.panels.scan;
  if (!picture) return <span className="quiet">No pattern stands out.</span>;
  return (
    <>
      <b>{picture.verdict}</b>
      <span className="quiet">{keptWords(picture)}</span>
    </>
  );
}

function keptWords({ rows, unshown }: ScanList): string {
  const kept = rows.filter((row) => row.kept !== null).length;
  const of = unshown > 0 ? ` of the first ${formatCount(rows.length)}` : '';
  return kept === 0 ? `none${of} kept yet` : `${formatCount(kept)}${of} kept`;
}
