'use client';

import Link from 'next/link';
import { type ReactNode, useId, useState } from 'react';
import { Popup } from '../frame/popup.tsx';
import style from './panel.module.css';

interface PanelBodyProps {
  picture: ReactNode;
  table: ReactNode;
  /** Null where there is no picture to save. */
  files: { png: string; svg: string; csv: string } | null;
  definition: ReactNode;
  open: { label: string; href: string } | null;
}

/** The picture, its table on demand, and the quiet row of actions. */
export function PanelBody({ picture, table, files, definition, open }: PanelBodyProps) {
  const [showsTable, setShowsTable] = useState(false);
  const id = useId();
  return (
    <>
      <div className={style.picture}>{picture}</div>
      <div className={style.actions}>
        {files ? (
          <>
            <button
              type="button"
              aria-expanded={showsTable}
              aria-controls={showsTable ? id : undefined}
              onClick={() => setShowsTable(!showsTable)}
            >
              Table
            </button>
            <a href={files.png} download>
              PNG
            </a>
            <a href={files.svg} download>
              SVG
            </a>
            <a href={files.csv} download>
              CSV
            </a>
          </>
        ) : null}
        <Popup name="Definition" content={definition}>
          ? Definition
        </Popup>
        {open ? (
          <Link className={style.open} href={open.href} prefetch={false}>
            {open.label}
          </Link>
        ) : null}
      </div>
      {showsTable ? (
        <section id={id} className={style.twin} aria-label="The same numbers as a table">
          {table}
        </section>
      ) : null}
    </>
  );
}
