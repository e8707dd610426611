'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../settings.module.css';
import { lookForPerson } from './actions.ts';
import { FoundPerson } from './found-person.tsx';

/** By what somebody is looked for, and what was found under it. */
export function PersonForm() {
  const sent = useSentForm(lookForPerson);
  return (
    <>
      <form {...sent.form} className={style.form} aria-label="Look for a person">
        <div className={style.fields}>
          <TextField
            label="Name, number or pseudonym"
            name="name"
            autoComplete="off"
            required
            hint="As the source or the staff call them."
            problem={sent.problemOf('name')}
          />
          <TextAreaField
            label="Also written as"
            name="also"
            rows={4}
            autoComplete="off"
            hint="One a line: phone numbers, addresses, other spellings. Whole words are looked for, in any case and with any spaces between."
            problem={sent.problemOf('also')}
          />
        </div>
        <div className={style.buttons}>
          <Button type="submit" disabled={sent.isSending}>
            {sent.isSending ? 'Looking' : 'Look for this person'}
          </Button>
          {sent.value ? null : <FormOutcome sent={sent} saved="" />}
        </div>
      </form>
      {sent.value && !sent.isSending ? (
        <FoundPerson key={JSON.stringify(sent.value)} asked={sent.value.asked} found={sent.value.found} />
      ) : null}
    </>
  );
}
