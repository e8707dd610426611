'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../reports.module.css';
import type { SourceGroup } from '../source-choices.ts';
import { WishFields } from '../wish-fields.tsx';
import { planTheReports } from './actions.ts';
import { RhythmFields } from './rhythm-fields.tsx';

interface ScheduleFormProps {
  groups: readonly SourceGroup[];
  timeZone: string;
  hasMail: boolean;
}

/** What is made, how often, and where it goes. */
export function ScheduleForm({ groups, timeZone, hasMail }: ScheduleFormProps) {
  const sent = useSentForm(planTheReports);
  const { problemOf } = sent;
  return (
    <form {...sent.form} className={style.form} aria-label="Set up a schedule">
      <div className={style.fields}>
        <TextField label="Name" name="name" placeholder="Weekly review" problem={problemOf('name')} />
        <WishFields groups={groups} problemOf={problemOf} />
        <RhythmFields timeZone={timeZone} problemOf={problemOf} />
        <WayFields hasMail={hasMail} problemOf={problemOf} />
      </div>
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Set it up'}
        </Button>
        <FormOutcome sent={sent} saved="Set up. It stands in the list above." />
      </div>
    </form>
  );
}

interface WayFieldsProps {
  hasMail: boolean;
  problemOf: (field: string) => string | undefined;
}

function WayFields({ hasMail, problemOf }: WayFieldsProps) {
  const [way, setWay] = useState(hasMail ? 'mail' : 'folder');
  return (
    <>
      <SelectField
        label="Where it goes"
        name="way"
        value={way}
        onChange={(event) => setWay(event.currentTarget.value)}
        hint={
          hasMail ? null : 'No mail server is set up here (LOOKBACK_SMTP_URL), so it can go to a folder only.'
        }
        problem={problemOf('way')}
      >
        {hasMail ? <option value="mail">By mail</option> : null}
        <option value="folder">To a folder of the server</option>
      </SelectField>
      {way === 'mail' ? (
        <TextAreaField
          label="E-mail addresses"
          name="recipients"
          rows={2}
          hint="Parted by spaces, commas or lines. Each gets a mail of its own, without single incidents."
          problem={problemOf('recipients')}
        />
      ) : (
        <TextField
          label="Folder"
          name="folder"
          placeholder="weekly/billing"
          hint="Below the folder of reports that the server is set up with (LOOKBACK_REPORTS_FOLDER); nothing for that itself."
          problem={problemOf('folder')}
        />
      )}
    </>
  );
}
