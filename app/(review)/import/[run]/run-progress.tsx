'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { describeImport, type ImportSummary } from '@/lib/analysis/import-summary.ts';
import style from '../import.module.css';

const ASK_AGAIN_MS = 1000;
const STILL_AFTER_MS = 60_000;

/** How far a running import has come, asked for every second until it has ended; then the page is made anew. */
export function RunProgress({ run }: { run: ImportSummary }) {
  const router = useRouter();
  const [latest, setLatest] = useState(run);
  const [silence, setSilence] = useState<'none' | 'still' | 'unreachable'>('none');

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let changedAt = Date.now();
    let before = run;
    async function ask() {
      const next = await fetchRun(run.id);
      if (next && next.state !== 'running') return router.refresh();
      if (next && next.bytesDone !== before.bytesDone) changedAt = Date.now();
      if (next) {
        before = next;
        setLatest(next);
      }
      setSilence(!next ? 'unreachable' : Date.now() - changedAt > STILL_AFTER_MS ? 'still' : 'none');
      timer = setTimeout(ask, ASK_AGAIN_MS);
    }
    timer = setTimeout(ask, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [run, router]);

  return (
    <div className={style.progress} role="status">
      <progress value={latest.bytesDone} max={Math.max(latest.fileBytes, 1)} aria-label="Reading the file" />
      <span>{describeImport(latest)}</span>
      {silence === 'none' ? null : <span className="quiet">{SILENCES[silence]}</span>}
    </div>
  );
}

const SILENCES = {
  still:
    'Nothing has moved for a minute. If Lookback was stopped meanwhile, import the same file again: what is in stays, the rest is added.',
  unreachable: 'The server does not answer; asking again every second. What is in stays in.',
};

async function fetchRun(id: number): Promise<ImportSummary | null> {
  try {
    const answer = await fetch(`/api/import/${id}`, { cache: 'no-store' });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
