import type { ReactNode } from 'react';
import type { IncidentRow, OptionalColumn } from '@/lib/analysis/incident-row.ts';
import { NOTHING_KNOWN } from '@/lib/charts/format.ts';
import type { SortKey } from '@/lib/filters/list-state.ts';
import { EmotionGlyph } from './emotion-glyph.tsx';
import style from './incidents.module.css';
import { PathGlyph } from './path-glyph.tsx';

export interface Column {
  id: string;
  label: string;
  sort?: SortKey;
  /** Shown only where something is known. */
  optional?: OptionalColumn;
  className?: string;
  cell: (row: IncidentRow) => ReactNode;
}

/** What the list shows of an incident, after its name. The class says which go first where there is little room. */
export const COLUMNS: readonly Column[] = [
  {
    id: 'occurred',
    label: 'Occurred',
    sort: 'occurred',
    className: style.when,
    cell: ({ day, clock }) => (
      <>
        {day} {clock ? <span className="quiet">{clock}</span> : null}
      </>
    ),
  },
  { id: 'trigger', label: 'Trigger', sort: 'trigger', className: style.trigger, cell: (row) => row.trigger },
  {
    id: 'topic',
    label: 'Topic',
    className: style.topic,
    cell: ({ topic }) => (topic ? <span title={topic}>{topic}</span> : <Unknown />),
  },
  {
    id: 'product',
    label: 'Product',
    sort: 'product',
    optional: 'product',
    className: style.product,
    cell: ({ product }) => (product ? <span title={product}>{product}</span> : <Unknown />),
  },
  {
    id: 'outcome',
    label: 'Outcome',
    sort: 'outcome',
    className: style.outcome,
    cell: (row) => row.outcome ?? <Unknown />,
  },
  {
    id: 'channel',
    label: 'Channel',
    sort: 'channel',
    optional: 'channel',
    className: style.channel,
    cell: (row) => row.channel ?? <Unknown />,
  },
  {
    id: 'team',
    label: 'Team',
    sort: 'team',
    optional: 'team',
    className: style.team,
    cell: ({ team }) => (team ? <span title={team}>{team}</span> : <Unknown />),
  },
  {
    id: 'severity',
    label: 'Severity',
    sort: 'severity',
    optional: 'severity',
    className: style.figure,
    cell: (row) => row.severity ?? <Unknown />,
  },
  {
    id: 'emotion',
    label: 'Emotion',
    optional: 'emotion',
    className: style.emotion,
    cell: ({ emotion }) => (emotion ? <EmotionGlyph {...emotion} /> : <Unknown />),
  },
  {
    id: 'path',
    label: 'Path',
    sort: 'level',
    optional: 'path',
    cell: ({ path }) => (path ? <PathGlyph glyph={path.glyph} words={path.words} /> : <Unknown />),
  },
  {
    id: 'close',
    label: 'To close',
    sort: 'close',
    optional: 'close',
    className: style.figure,
    cell: (row) => row.close ?? <Unknown />,
  },
];

function Unknown() {
  return (
    <span className="quiet" title="Not known">
      {NOTHING_KNOWN}
    </span>
  );
}
