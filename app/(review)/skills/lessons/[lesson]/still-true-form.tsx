'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { Tick } from '@/app/_ui/form/tick.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import inputs from '../../inputs.module.css';
import { answerLesson } from '../actions.ts';

interface StillTrueFormProps {
  known: { lessonId: number; version: number };
  /** The day that is offered to ask again. */
  askOn: string;
}

/** Yes and another day to ask on, or no. */
export function StillTrueForm({ known, askOn }: StillTrueFormProps) {
  const sent = useSentForm(answerLesson);
  return (
    <form {...sent.form} className={inputs.form} aria-label="Is it still true?">
      <input type="hidden" name="lessonId" value={known.lessonId} />
      <input type="hidden" name="version" value={known.version} />
      <fieldset className={inputs.group}>
        <legend>Answer</legend>
        <Tick
          type="radio"
          name="answer"
          value="yes"
          label="Still true"
          problem={sent.problemOf('answer') ?? null}
        />
        <Tick type="radio" name="answer" value="no" label="True no more: it is listed apart from now on" />
      </fieldset>
      <TextField
        label="Asks again on"
        name="askOn"
        type="date"
        defaultValue={askOn}
        hint="Where it is still true."
        problem={sent.problemOf('askOn') ?? null}
      />
      <div className={inputs.wide}>
        <TextAreaField label="Note" name="note" rows={2} problem={sent.problemOf('note') ?? null} />
      </div>
      <div className={inputs.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save the answer'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
