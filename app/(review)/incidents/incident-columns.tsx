import type { ReactNode } from 'react';
import { type IncidentRow, MORE_COLUMNS, type MoreColumn } from '@/lib/analysis/incident-row.ts';
import { NOTHING_KNOWN } from '@/lib/charts/format.ts';
import type { SortKey } from '@/lib/filters/list-state.ts';
import type { ListColumn } from '@/lib/preferences/list-columns.ts';
import { EmotionGlyph } from './emotion-glyph.tsx';
import style from './incidents.module.css';
import { PathGlyph } from './path-glyph.tsx';

interface Column {
  sort?: SortKey;
  className?: string | undefined;
  cell: (row: IncidentRow) => ReactNode;
}

/** How each column of the list looks. The class says which go first where there is little room. */
export const COLUMNS: Record<ListColumn, Column> = {
  occurred: {
    sort: 'occurred',
    className: style.when,
    cell: ({ day, clock }) => (
      <>
        {day} {clock ? <span className="quiet">{clock}</span> : null}
      </>
    ),
  },
  trigger: { sort: 'trigger', className: style.trigger, cell: (row) => row.trigger },
  topic: { className: style.topic, cell: ({ topic }) => <Cut words={topic} /> },
  product: { sort: 'product', className: style.product, cell: ({ product }) => <Cut words={product} /> },
  outcome: { sort: 'outcome', className: style.outcome, cell: ({ outcome }) => outcome ?? <Unknown /> },
  channel: { sort: 'channel', className: style.channel, cell: ({ channel }) => channel ?? <Unknown /> },
  team: { sort: 'team', className: style.team, cell: ({ team }) => <Cut words={team} /> },
  severity: { sort: 'severity', className: style.figure, cell: ({ severity }) => severity ?? <Unknown /> },
  emotion: {
    sort: 'emotion',
    className: style.emotion,
    cell: ({ emotion }) => (emotion ? <EmotionGlyph {...emotion} /> : <Unknown />),
  },
  path: {
    sort: 'level',
    cell: ({ path }) => (path ? <PathGlyph glyph={path.glyph} words={path.words} /> : <Unknown />),
  },
  close: { sort: 'close', className: style.figure, cell: ({ close }) => close ?? <Unknown /> },
  ...ofMore(),
};

/** The class of a cell, which also says where it does not stand on paper. */
export function classOf({ offPaper }: { offPaper: readonly ListColumn[] }, column: ListColumn): string {
  const { className } = COLUMNS[column];
  return [className, offPaper.includes(column) ? style.off : undefined].filter(Boolean).join(' ');
}

function ofMore(): Record<MoreColumn, Column> {
  const column = (id: MoreColumn): Column => ({
    className: id === 'csat' ? style.figure : style.more,
    cell: ({ more }) => more[id] ?? <Unknown />,
  });
  const all = Object.fromEntries(MORE_COLUMNS.map((id) => [id, column(id)])) as Record<MoreColumn, Column>;
  return { ...all, level: { ...all.level, sort: 'level' } };
}

/** Words that are cut where there is no room, and then told whole. */
function Cut({ words }: { words: string | null }) {
  if (!words) return <Unknown />;
  return (
    <span className={style.cut} dir="auto" title={words}>
      {words}
    </span>
  );
}

function Unknown() {
  return (
    <span className="quiet" title="Not known">
      {NOTHING_KNOWN}
    </span>
  );
}
