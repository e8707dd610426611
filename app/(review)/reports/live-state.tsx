'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { describeProgress, hasEnded, type ReportProgress } from '@/lib/reports/report-states.ts';
import style from './reports.module.css';

const ASK_AGAIN_MS = 1500;

/** What has become of a report, asked for until it has ended; then the page is made anew. */
export function LiveState({ report }: { report: ReportProgress }) {
  const router = useRouter();
  const [latest, setLatest] = useState(report);
  const [isSilent, setSilent] = useState(false);
  const { code, state } = report;

  useEffect(() => {
    if (hasEnded(state)) return;
    let timer: ReturnType<typeof setTimeout>;
    async function ask() {
      const next = await fetchProgress(code);
      setSilent(!next);
      if (next && hasEnded(next.state)) return router.refresh();
      if (next) setLatest(next);
      timer = setTimeout(ask, ASK_AGAIN_MS);
    }
    timer = setTimeout(ask, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [code, state, router]);

  const shown = hasEnded(state) ? report : latest;
  if (hasEnded(state))
    return (
      <>
        {describeProgress(shown)}
        {shown.problem ? <span className={style.problem}>{shown.problem}</span> : null}
      </>
    );
  return (
    <span className={style.progress} role="status">
      {describeProgress(shown)}
      <progress
        aria-label={`How far ${code} has come`}
        max={shown.total ?? 1}
        {...(shown.done === null ? {} : { value: shown.done })}
      />
      {isSilent ? <span className="quiet">The server does not answer; asking again.</span> : null}
    </span>
  );
}

async function fetchProgress(code: string): Promise<ReportProgress | null> {
  try {
    const answer = await fetch(`/api/reports?of=${encodeURIComponent(code)}`, { cache: 'no-store' });
    if (!answer.ok) return null;
    const [progress] = (await answer.json()) as ReportProgress[];
    return progress ?? null;
  } catch {
    return null;
  }
}
