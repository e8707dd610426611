import type { ReactNode } from 'react';
import type { Panel } from '@/lib/charts/chart-model.ts';
import type { PanelFiles } from '@/lib/export/panel-formats.ts';
import { toTwinWords } from '../table/twin-words.ts';
import { Definition } from './definition.tsx';
import type { LinksOf } from './mark-links.ts';
import style from './panel.module.css';
import { type OnDemand, PanelBody } from './panel-body.tsx';

interface ChartPanelProps {
  panel: Panel<unknown>;
  linksOf: LinksOf;
  /** Addresses of the same panel as a file. */
  files: PanelFiles;
  className?: string;
  /** What can be chosen of the picture, above it, and something more to do about it. */
  tools?: { options: ReactNode; more: OnDemand | null };
  /** The picture. */
  children: ReactNode;
}

/** One chart: what it says, what it measures, the picture, and the same numbers in every other form. */
export function ChartPanel({ panel, linksOf, files, className = '', tools, children }: ChartPanelProps) {
  const { id, headline, subtitle, definition, table, open } = panel;
  return (
    <section className={`${style.panel} ${className}`} aria-labelledby={`${id}-headline`}>
      <h2 id={`${id}-headline`}>{headline}</h2>
      <p className={style.subtitle}>{subtitle}</p>
      {tools?.options}
      <PanelBody
        picture={children}
        table={JSON.stringify(toTwinWords(table, headline, (narrowing) => linksOf(narrowing).open))}
        files={panel.picture ? files : null}
        definition={<Definition {...definition} />}
        open={open && { label: open.label, href: linksOf(open.narrowing).open }}
        more={tools?.more ?? null}
      />
    </section>
  );
}
