import { DrawnPicture } from '@/app/_ui/charts/drawn-picture.tsx';
import { TwinTable } from '@/app/_ui/table/twin-table.tsx';
import { toTwinWords } from '@/app/_ui/table/twin-words.ts';
import type { Pack, PackPanel } from '@/lib/packs/pack.ts';
import style from '../reports.module.css';

/** The panels of a report, drawn from what was kept of them. */
export function AsItWas({ pack }: { pack: Pack }) {
  return pack.panels.map((panel) => <KeptPanel key={panel.id} panel={panel} />);
}

/** Kept rows lead nowhere: what is behind them now is not what was counted. */
const nowhere = () => null;
/** The keyboard has to reach what scrolls. */
const SCROLLS = { tabIndex: 0 } as const;

function KeptPanel({ panel }: { panel: PackPanel }) {
  const { id, name, headline, subtitle, picture, empty, table, definition } = panel;
  const rows = (
    <section className={style.scroll} aria-label={`${name} as a table`} {...SCROLLS}>
      <TwinTable {...toTwinWords(table, headline, nowhere)} />
    </section>
  );
  return (
    <section className={style.panel} aria-labelledby={`${id}-headline`}>
      <p className="note">{name}</p>
      <h2 id={`${id}-headline`}>{headline}</h2>
      <p className={style.subtitle}>{subtitle}</p>
      {picture ? <DrawnPicture picture={picture} label={headline} /> : null}
      {!picture && empty ? <p className="quiet">{empty}</p> : null}
      {table.rows.length === 0 ? null : picture ? (
        <details>
          <summary>Table</summary>
          {rows}
        </details>
      ) : (
        rows
      )}
      <details>
        <summary>Definition</summary>
        <p className={style.definition}>{definition.text}</p>
      </details>
    </section>
  );
}
