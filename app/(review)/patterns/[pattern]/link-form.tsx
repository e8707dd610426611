'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../patterns.module.css';
import { linkTheIncident } from './actions.ts';

/** Names an incident, by its number, as evidence. */
export function LinkForm({ patternId }: { patternId: number }) {
  const sent = useSentForm(linkTheIncident, { empties: true });
  return (
    <form {...sent.form} className={style.form} aria-label="Link an incident">
      <input type="hidden" name="patternId" value={patternId} />
      <TextField
        label="Number of an incident"
        name="incident"
        placeholder="INC-412"
        required
        problem={sent.problemOf('incident') ?? null}
      />
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Linking' : 'Link it'}
        </Button>
        <FormOutcome sent={sent} saved="Linked." />
      </div>
    </form>
  );
}
