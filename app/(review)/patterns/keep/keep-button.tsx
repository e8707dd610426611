'use client';

import { Button, controlClass } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { Popup } from '@/app/_ui/frame/popup.tsx';
import { LONGEST_NAME } from '@/lib/patterns/longest-name.ts';
import { keepAsPattern } from './actions.ts';
import style from './keep.module.css';

interface KeepButtonProps {
  /** Which incidents it is about: filters as the query of an address; their period does not count. */
  query: string;
  /** By what it is watched: id and label; the number of incidents unless given. */
  measure?: { id: string; label: string };
  /** A name to begin with. */
  name?: string;
  /** Of which of several findings the button is, for those who do not see where it stands. */
  of?: string;
  /** Where there is no room for more than a word. */
  short?: boolean;
}

/** Keeps what is shown as a pattern: the way to put a finding under watch. */
export function KeepButton({ query, measure, name, of, short = false }: KeepButtonProps) {
  const label = of ? `Keep as a pattern: ${of}` : 'Keep as a pattern';
  return (
    <Popup
      name={label}
      button={{ className: controlClass(), 'aria-label': label }}
      content={<KeepForm query={query} {...(measure ? { measure } : {})} {...(name ? { name } : {})} />}
    >
      {short ? 'Keep' : 'Keep as a pattern'}
    </Popup>
  );
}

function KeepForm({ query, measure = INCIDENTS, name }: Omit<KeepButtonProps, 'of' | 'short'>) {
  const sent = useSentForm(keepAsPattern);
  return (
    <form {...sent.form} className={style.form} aria-label="Keep as a pattern">
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="measure" value={measure.id} />
      <TextField
        label="Name"
        name="name"
        defaultValue={name}
        maxLength={LONGEST_NAME}
        hint="What goes wrong, in a few words."
        required
        problem={sent.problemOf('name') ?? null}
      />
      {measure.id === INCIDENTS.id ? (
        <SelectField label="What counts as better" name="better" defaultValue="lower">
          <option value="lower">Fewer incidents</option>
          <option value="higher">More incidents</option>
        </SelectField>
      ) : null}
      <p className="note">
        It is watched by {measure.label.toLowerCase()} over time. The filters are kept, the period is not.
      </p>
      <Button type="submit" kind="primary" disabled={sent.isSending}>
        {sent.isSending ? 'Keeping' : 'Keep it'}
      </Button>
      <FormOutcome sent={sent} saved="Kept." />
    </form>
  );
}

const INCIDENTS = { id: 'incidents', label: 'Incidents' };
