'use client';

import { catchError, type ErrorInfo } from 'next/error';
import { Failure } from '../frame/failure.tsx';
import style from './panel.module.css';

/** Keeps a fault inside its panel; the other panels go on. */
export const PanelBoundary = catchError(FailedPanel);

function FailedPanel(
  { name, className = '' }: { name: string; className?: string },
  { error, retry }: ErrorInfo,
) {
  return (
    <section className={`${style.panel} ${className}`}>
      <h2>This chart could not be computed</h2>
      <p className={style.subtitle}>{name}.</p>
      <div className={style.picture}>
        <Failure
          happened="Its question failed"
          kept="Your filters and period are kept; other panels are not affected."
          error={error}
          onRetry={retry}
        />
      </div>
    </section>
  );
}
