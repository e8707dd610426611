import { DrawnPicture } from '@/app/_ui/charts/drawn-picture.tsx';
import { Whiskers } from '@/app/_ui/charts/whiskers.tsx';
import { placePanel } from '@/app/(review)/place-panel.tsx';
import { LEDGERS } from '@/lib/analysis/recurrence/follow-up-ledger.ts';
import { REPEAT_HORIZONS } from '@/lib/analysis/recurrence/promise-states.ts';
import { Choices } from './choices.tsx';
import { PATTERNS, type PanelProps } from './panels.tsx';
import style from './patterns.module.css';

/** When customers come back, by what became of the promise. */
export async function ReturnsPanel({ report, className }: PanelProps) {
  const panel = await report.panels.returns;
  return placePanel(PATTERNS, {
    id: 'returns',
    panel,
    report,
    className,
    draw: (chart) => <DrawnPicture picture={chart} label={panel.headline} />,
  });
}

/** Which triggers customers come back with. */
export async function RepeatsPanel({ report, className }: PanelProps) {
  const panel = await report.panels.repeats;
  const options = (
    <div className={style.options}>
      <Choices
        report={report}
        name="Within"
        part="within"
        choices={REPEAT_HORIZONS.map((within) => ({ value: within, label: `${within} days` }))}
      />
    </div>
  );
  return placePanel(PATTERNS, {
    id: 'repeats',
    panel,
    report,
    className,
    tools: { options, more: null },
    draw: (chart, links) => <Whiskers chart={chart} linksOf={links} />,
  });
}

/** What became of what was promised, by team or by reason. */
export async function FollowUpsPanel({ report, className }: PanelProps) {
  const panel = await report.panels.followups;
  const options = (
    <div className={style.options}>
      <Choices
        report={report}
        name="Follow-ups by"
        part="ledger"
        choices={LEDGERS.map((ledger) => ({ value: ledger, label: LEDGER_LABELS[ledger] }))}
      />
    </div>
  );
  return placePanel(PATTERNS, {
    id: 'followups',
    panel,
    report,
    className,
    tools: { options, more: null },
    draw: (chart, links) => <Whiskers chart={chart} linksOf={links} />,
  });
}

const LEDGER_LABELS = { team: 'By team', reason: 'By reason' } as const;
