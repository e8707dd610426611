'use client';

import { useActionState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { Notice } from '@/app/_ui/form/notice.tsx';
import { loadTheSample, removeTheSample } from './actions.ts';

/** Puts the sample in or takes it out, and says when that did not go. */
export function SampleButton({ change }: { change: 'load' | 'remove' }) {
  const isLoading = change === 'load';
  const [answer, send, isSending] = useActionState(isLoading ? loadTheSample : removeTheSample, null);
  return (
    <form action={send}>
      <Button type="submit" disabled={isSending}>
        {isLoading ? LOAD[isSending ? 'during' : 'before'] : REMOVE[isSending ? 'during' : 'before']}
      </Button>
      {answer?.done === false ? (
        <Notice fault>
          {answer.message}
          {answer.id ? <span className="note">Error {answer.id}</span> : null}
        </Notice>
      ) : null}
    </form>
  );
}

const LOAD = { before: 'Load the sample', during: 'Loading the sample' };
const REMOVE = { before: 'Remove the sample', during: 'Removing the sample' };
