import { DrawnPicture } from '@/app/_ui/charts/drawn-picture.tsx';
import { Pareto } from '@/app/_ui/charts/pareto.tsx';
import { Scan } from '@/app/_ui/charts/scan.tsx';
import { ThemeWords } from '@/app/_ui/charts/theme-words.tsx';
import { type PanelPage, placePanel } from '@/app/(review)/place-panel.tsx';
import type { PatternsReport } from '@/db/reports/patterns-types.ts';
import { DIMENSION_WORDS, WEIGHT_NAMES } from '@/lib/charts/pareto-words.ts';
import type { ScanRow } from '@/lib/charts/scan-model.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import { RANKED_BY, WEIGHTS } from '@/lib/filters/patterns-state.ts';
import { toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { Choices, hrefWith } from './choices.tsx';
import { KeepButton } from './keep/keep-button.tsx';
import style from './patterns.module.css';

/** Where the panels of this page stand. */
export const PATTERNS: PanelPage = { path: '/patterns', files: 'patterns' };

export interface PanelProps {
  report: PatternsReport;
  className: string | undefined;
}

/** Combinations that have more of something than expected. */
export async function ScanPanel({ report, className }: PanelProps) {
  const panel = await report.panels.scan;
  const { frame, state } = report;
  const keep = ({ name, keep }: ScanRow) => (
    <KeepButton
      query={toSearchParams(narrow(frame.filters, keep.narrowing))}
      measure={{ id: keep.measure, label: keep.label }}
      name={name}
      of={name}
      short
    />
  );
  return placePanel(PATTERNS, {
    id: 'scan',
    panel,
    report,
    className,
    draw: (list, links) => (
      <Scan
        list={list}
        linksOf={links}
        {...(report.mayKeep ? { keep } : {})}
        keptHref={(patternId) => `/patterns/${patternId}`}
        moreHref={state.allPatterns ? null : hrefWith(report, { allPatterns: true })}
      />
    ),
  });
}

/** The values of a dimension by what their incidents weigh. */
export async function ParetoPanel({ report, className }: PanelProps) {
  const panel = await report.panels.pareto;
  const options = (
    <div className={style.options}>
      <Choices
        report={report}
        name="Ranked by"
        part="by"
        choices={RANKED_BY.map((by) => ({ value: by, label: DIMENSION_WORDS[by].label }))}
      />
      <Choices
        report={report}
        name="Weighed by"
        part="weigh"
        choices={WEIGHTS.map((weigh) => ({ value: weigh, label: WEIGHT_NAMES[weigh] }))}
      />
    </div>
  );
  return placePanel(PATTERNS, {
    id: 'pareto',
    panel,
    report,
    className,
    tools: { options, more: null },
    draw: (chart, links) => <Pareto chart={chart} linksOf={links} />,
  });
}

/** What the narratives of one trigger, or of the filters, speak of more than others do. */
export async function ThemesPanel({ report, className }: PanelProps) {
  const panel = await report.panels.themes;
  const { choices } = panel;
  const options = (
    <div className={style.options}>
      <Choices
        report={report}
        name="Narratives of"
        part="words"
        choices={choices.map(({ id, label }) => ({ value: id, label }))}
        chosen={choices.find(({ chosen }) => chosen)?.id ?? null}
      />
    </div>
  );
  return placePanel(PATTERNS, {
    id: 'themes',
    panel,
    report,
    className,
    tools: { options: choices.length > 1 ? options : null, more: null },
    draw: (chart) => <ThemeWords chart={chart} examples={panel.examples} />,
  });
}

/** How the commonest of the ranked values make up each team. */
export async function TeamsPanel({ report, className }: PanelProps) {
  const panel = await report.panels.teams;
  return placePanel(PATTERNS, {
    id: 'teams',
    panel,
    report,
    className,
    draw: (chart) => <DrawnPicture picture={chart} label={panel.headline} />,
  });
}
