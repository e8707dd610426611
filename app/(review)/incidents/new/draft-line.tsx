'use client';

import { startTransition, useRef } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import type { IncidentFormReport } from '@/db/reports/incident-form.ts';
import { dropTheDraft } from './actions.ts';
import style from './new.module.css';
import { type Keeping, useKeptForm } from './use-kept-form.ts';

interface DraftLineProps {
  draft: IncidentFormReport['draft'];
  /** Whether the form is on its way to the record. */
  isSending: boolean;
}

/** Keeps the form around it, and says so. */
export function DraftLine({ draft, isSending }: DraftLineProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const { keeping, forget } = useKeptForm(line, isSending);
  const drop = () => {
    forget();
    startTransition(() => void dropTheDraft(null, new FormData()));
  };
  return (
    <p ref={line} className={`note ${style.draft}`}>
      <span role="status">{wordsOf(keeping, draft)}</span>
      {draft ? (
        <Button kind="quiet" onClick={drop}>
          Begin anew
        </Button>
      ) : null}
    </p>
  );
}

function wordsOf(keeping: Keeping, draft: IncidentFormReport['draft']): string {
  if (keeping === 'kept') return 'Kept as your draft. Nobody else sees it.';
  if (keeping === 'entering') return 'Keeping what you enter.';
  if (keeping === 'failed') return 'The draft could not be kept. What you entered is still here.';
  if (draft) return `You began this at ${draft.savedAt} on ${draft.savedOn}, and it was kept for you.`;
  return 'What you enter is kept as your draft until you put it on record.';
}
