import type { ReactNode } from 'react';
import type { Panel } from '@/lib/charts/chart-model.ts';
import type { PanelFiles } from '@/lib/export/panel-formats.ts';
import { toTwinWords } from '../table/twin-words.ts';
import { Definition } from './definition.tsx';
import type { LinksOf } from './mark-links.ts';
import style from './panel.module.css';
import { type OnDemand, PanelBody } from './panel-body.tsx';
import type { TwinPlace } from './panel-twin.tsx';

interface ChartPanelProps {
  panel: Panel<unknown>;
  linksOf: LinksOf;
  /** Addresses of the same panel as a file. */
  files: PanelFiles;
  /** Where long tables are fetched from; without it every table comes with its panel. */
  twinFrom?: TwinPlace;
  className?: string;
  /** What can be chosen of the picture, above it, and something more to do about it. */
  tools?: { options: ReactNode; more: OnDemand | null };
  /** The picture. */
  children: ReactNode;
}

/** Larger tables are fetched when somebody looks at them: a thousand rows weigh as much as the rest of a page. */
const CELLS_AT_ONCE = 100;

/** One chart: what it says, what it measures, the picture, and the same numbers in every other form. */
export function ChartPanel({
  panel,
  linksOf,
  files,
  twinFrom,
  className = '',
  tools,
  children,
}: ChartPanelProps) {
  const { id, headline, subtitle, definition, table, open } = panel;
  const isFetched = twinFrom !== undefined && table.rows.length * table.columns.length > CELLS_AT_ONCE;
  const words = () => toTwinWords(table, headline, (narrowing) => linksOf(narrowing).open);
  return (
    <section className={`${style.panel} ${className}`} aria-labelledby={`${id}-headline`}>
      <h2 id={`${id}-headline`}>{headline}</h2>
      <p className={style.subtitle}>{subtitle}</p>
      {tools?.options}
      <PanelBody
        picture={children}
        table={isFetched ? null : JSON.stringify(words())}
        tableFrom={twinFrom ?? null}
        files={panel.picture ? files : null}
        definition={<Definition {...definition} />}
        open={open && { label: open.label, href: linksOf(open.narrowing).open }}
        more={tools?.more ?? null}
      />
    </section>
  );
}
