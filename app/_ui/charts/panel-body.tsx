'use client';

import Link from 'next/link';
import { type ReactNode, useId, useState } from 'react';
import type { PanelFiles } from '@/lib/export/panel-formats.ts';
import { Popup } from '../frame/popup.tsx';
import style from './panel.module.css';
import { PanelTwin, type TwinPlace } from './panel-twin.tsx';

interface PanelBodyProps {
  picture: ReactNode;
  /** The twin in words, as one text: elements that few people look at would cost everybody more than all else. Null: to be fetched. */
  table: string | null;
  tableFrom: TwinPlace | null;
  /** Null where there is no picture to save. */
  files: PanelFiles | null;
  definition: ReactNode;
  open: { label: string; href: string } | null;
  more: OnDemand | null;
}

/** Something that a button of the row shows. */
export interface OnDemand {
  label: string;
  content: ReactNode;
}

/** What scrolls has to be reached by keyboard, also where no link stands in it. */
const SCROLLS = { tabIndex: 0 } as const;

/** The picture, its table on demand, and the quiet row of actions. */
export function PanelBody({ picture, table, tableFrom, files, definition, open, more }: PanelBodyProps) {
  const [shown, setShown] = useState<'table' | 'more' | null>(null);
  const id = useId();
  const toggle = (which: 'table' | 'more') => ({
    type: 'button' as const,
    'aria-expanded': shown === which,
    'aria-controls': shown === which ? id : undefined,
    onClick: () => setShown(shown === which ? null : which),
  });
  return (
    <>
      <div className={style.picture}>{picture}</div>
      <div className={style.actions}>
        {files ? (
          <>
            <button {...toggle('table')}>Table</button>
            {Object.entries(files).map(([format, href]) => (
              <a key={format} href={href}>
                {format.toUpperCase()}
              </a>
            ))}
          </>
        ) : null}
        <Popup name="Definition" content={definition}>
          ? Definition
        </Popup>
        {more ? <button {...toggle('more')}>{more.label}</button> : null}
        {open ? (
          <Link className={style.open} href={open.href} prefetch={false}>
            {open.label}
          </Link>
        ) : null}
      </div>
      {shown === 'table' ? (
        <section id={id} className={style.twin} {...SCROLLS} aria-label="The same numbers as a table">
          <PanelTwin text={table} place={tableFrom} />
        </section>
      ) : null}
      {shown === 'more' && more ? (
        <section id={id} className={style.more} aria-label={more.label}>
          {more.content}
        </section>
      ) : null}
    </>
  );
}
