'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { WHYS } from '@/lib/patterns/longest-name.ts';
import type { Why } from '@/lib/patterns/pattern-forms.ts';
import style from '../patterns.module.css';
import { saveWhys } from './actions.ts';

interface WhysFormProps {
  pattern: { patternId: number; version: number };
  whys: readonly Why[];
}

const PLACES = Array.from({ length: WHYS }, (_, index) => index + 1);

/** All whys at once: those that are left empty are left out. */
export function WhysForm({ pattern, whys }: WhysFormProps) {
  const sent = useSentForm(saveWhys);
  return (
    <form {...sent.form} className={style.form} aria-label="5 whys">
      <input type="hidden" name="patternId" value={pattern.patternId} />
      <input type="hidden" name="version" value={pattern.version} />
      {PLACES.map((place) => (
        <fieldset key={place} className={style.why}>
          <legend>Why {place}</legend>
          <div className={style.row}>
            {PARTS.map(({ name, label }) => (
              <TextField
                key={name}
                label={label}
                name={`${name}${place}`}
                defaultValue={whys[place - 1]?.[name] ?? ''}
                maxLength={300}
                problem={sent.problemOf(`${name}${place}`) ?? null}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save the whys'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}

const PARTS = [
  { name: 'question', label: 'Question' },
  { name: 'answer', label: 'Answer' },
  { name: 'evidence', label: 'Evidence' },
] as const;
