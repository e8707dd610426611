'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { ThemesPanel } from '@/lib/charts/themes-panel.ts';
import type { WhiskerChart } from '@/lib/charts/whisker-model.ts';
import style from './theme-words.module.css';
import { WhiskerTable } from './whiskers.tsx';

interface ThemeWordsProps {
  chart: WhiskerChart;
  examples: ThemesPanel['examples'];
}

/** Words and phrases with their odds; pressing one shows sentences with it, each opening its incident. */
export function ThemeWords({ chart, examples }: ThemeWordsProps) {
  const [picked, setPicked] = useState(examples[0]?.phrase ?? null);
  const shown = examples.find(({ phrase }) => phrase === picked);
  return (
    <>
      <WhiskerTable
        chart={chart}
        nameOf={({ id, label }) =>
          examples.some(({ phrase }) => phrase === id) ? (
            <button
              type="button"
              className={style.word}
              aria-pressed={id === picked}
              onClick={() => setPicked(id)}
            >
              {label}
            </button>
          ) : (
            label
          )
        }
      />
      <div aria-live="polite">
        {shown?.examples.map(({ number, parts }) => (
          <blockquote key={number} className={style.example}>
            <Link href={`/incidents/${number}`} prefetch={false}>
              Incident {number}
            </Link>{' '}
            “
            {parts.map(({ text, isPhrase }) =>
              isPhrase ? <b key={text}>{text}</b> : <span key={text}>{text}</span>,
            )}
            ”
          </blockquote>
        ))}
      </div>
    </>
  );
}
