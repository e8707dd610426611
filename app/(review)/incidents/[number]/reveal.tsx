'use client';

import { AskWhy } from '@/app/_ui/form/ask-why.tsx';
import { REVEAL_REASON_LABELS } from '@/lib/privacy/reveal-reasons.ts';
import { revealTheOriginal } from './actions.ts';
import { Revealed } from './revealed.tsx';

/** Asks why, then shows the original. */
export function Reveal({ number }: { number: number }) {
  return (
    <AskWhy
      label="Open the original"
      action={revealTheOriginal}
      fields={{ number }}
      question="Why do you need it?"
      hint="Your account, this incident and the reason go into the audit log."
      reasons={REVEAL_REASON_LABELS}
      submit="Open and log it"
      during="Opening"
    >
      {(original, hide) => <Revealed original={original} onHide={hide} />}
    </AskWhy>
  );
}
