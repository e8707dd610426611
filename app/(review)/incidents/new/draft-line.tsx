'use client';

import { startTransition, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import type { IncidentFormReport } from '@/db/reports/incident-form.ts';
import { dropTheDraft, keepTheDraft } from './actions.ts';
import style from './new.module.css';

const STILL_FOR_MS = 1200;

type State = 'untouched' | 'entering' | 'kept' | 'failed';

/** Keeps the form around it a moment after the last key, and says so. */
export function DraftLine({ draft }: { draft: IncidentFormReport['draft'] }) {
  const line = useRef<HTMLParagraphElement>(null);
  const [state, setState] = useState<State>('untouched');

  useEffect(() => {
    const form = line.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = async () => {
      const answer = await keepTheDraft(null, new FormData(form)).catch(() => null);
      setState(answer?.done ? 'kept' : 'failed');
    };
    const entered = () => {
      clearTimeout(timer);
      setState('entering');
      timer = setTimeout(keep, STILL_FOR_MS);
    };
    const stop = () => clearTimeout(timer);
    form.addEventListener('input', entered);
    form.addEventListener('submit', stop);
    return () => {
      stop();
      form.removeEventListener('input', entered);
      form.removeEventListener('submit', stop);
    };
  }, []);

  const drop = () => startTransition(() => void dropTheDraft(null, new FormData()));
  return (
    <p ref={line} className={`note ${style.draft}`}>
      <span role="status">{wordsOf(state, draft)}</span>
      {draft ? (
        <Button kind="quiet" onClick={drop}>
          Begin anew
        </Button>
      ) : null}
    </p>
  );
}

function wordsOf(state: State, draft: IncidentFormReport['draft']): string {
  if (state === 'kept') return 'Kept as your draft. Nobody else sees it.';
  if (state === 'entering') return 'Keeping what you enter.';
  if (state === 'failed') return 'The draft could not be kept. What you entered is still here.';
  if (draft) return `You began this at ${draft.savedAt} on ${draft.savedOn}, and it was kept for you.`;
  return 'What you enter is kept as your draft until you put it on record.';
}
