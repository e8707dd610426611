'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextAreaField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../patterns.module.css';
import { saveNote } from './actions.ts';

/** Adds a note; the field is empty again for the next one. */
export function NoteForm({ patternId }: { patternId: number }) {
  const sent = useSentForm(saveNote, { empties: true });
  return (
    <form {...sent.form} className={style.form} aria-label="Add a note">
      <input type="hidden" name="patternId" value={patternId} />
      <div className={style.wide}>
        <TextAreaField
          label="Note"
          name="text"
          rows={2}
          hint="Phone numbers, addresses, accounts and the like are taken out; leave names of customers out yourself. A note cannot be changed later."
          problem={sent.problemOf('text') ?? null}
        />
      </div>
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Adding' : 'Add the note'}
        </Button>
        <FormOutcome sent={sent} saved="Added." />
      </div>
    </form>
  );
}
