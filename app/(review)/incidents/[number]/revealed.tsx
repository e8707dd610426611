'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import type { Original } from '@/lib/privacy/read-original.ts';
import style from './incident.module.css';

/** The original as it came. It is in this page alone, and gone with it. */
export function Revealed({ original, onHide }: { original: Original; onHide: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={style.revealed}>
      <h3 ref={heading} tabIndex={-1}>
        The original, opened for you
      </h3>
      {original.words.map(({ label, text }) => (
        <div key={label}>
          <h4>{label}</h4>
          <p className={style.prose}>{text}</p>
        </div>
      ))}
      {original.rows.map(({ line, fields }) => (
        <div key={line}>
          <h4>{line === null ? 'Row of the source' : `Row of the source, line ${line}`}</h4>
          <dl className={style.fields}>
            {fields.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value || '–'}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <Button onClick={onHide}>Hide it</Button>
    </div>
  );
}
