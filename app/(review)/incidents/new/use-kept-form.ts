'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { keepTheDraft } from './actions.ts';

const STILL_FOR_MS = 1200;

export type Keeping = 'untouched' | 'entering' | 'kept' | 'failed';

/**
 * Keeps the form round an element a moment after the last key, and at once when somebody leaves it or sends it.
 * @param isSending whether it is on its way to the record: what is entered then is not kept, or it would be there again
 */
export function useKeptForm(
  within: RefObject<HTMLElement | null>,
  isSending: boolean,
): { keeping: Keeping; forget: () => void } {
  const [keeping, setKeeping] = useState<Keeping>('untouched');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isOnItsWay = useRef(isSending);
  useEffect(() => {
    isOnItsWay.current = isSending;
  }, [isSending]);
  const forget = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  useEffect(() => {
    const form = within.current?.closest('form');
    if (!form) return;
    const stop = () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
    const keep = async () => {
      stop();
      const answer = await keepTheDraft(null, new FormData(form)).catch(() => null);
      setKeeping(answer?.done ? 'kept' : 'failed');
    };
    const entered = () => {
      stop();
      if (isOnItsWay.current) return;
      setKeeping('entering');
      timer.current = setTimeout(keep, STILL_FOR_MS);
    };
    const keepNow = () => {
      if (timer.current !== undefined) keep();
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') keepNow();
    };
    form.addEventListener('input', entered);
    // Heard before the form is sent: what is kept of it is dropped once it is on record.
    form.addEventListener('submit', keepNow);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      keepNow();
      form.removeEventListener('input', entered);
      form.removeEventListener('submit', keepNow);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [within]);
  return { keeping, forget };
}
