'use client';

import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { undoReview } from './actions.ts';
import style from './signals.module.css';

/** Takes back what somebody said of a signal or series. */
export function UndoReview({ reviewId, of }: { reviewId: number; of: string }) {
  const sent = useSentForm(undoReview);
  return (
    <form {...sent.form} className={style.undo}>
      <input type="hidden" name="signalReviewId" value={reviewId} />
      <button
        type="submit"
        className={style.button}
        disabled={sent.isSending}
        aria-label={`Take back: ${of}`}
      >
        Take back
      </button>
      {sent.failed ? <FormOutcome sent={sent} saved="" /> : null}
    </form>
  );
}
