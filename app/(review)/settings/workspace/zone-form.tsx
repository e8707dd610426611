'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { Tick } from '@/app/_ui/form/tick.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import style from '../settings.module.css';
import { saveTimeZone } from './actions.ts';

interface ZoneFormProps {
  version: number;
  current: string;
  timeZones: readonly string[];
  /** How many incidents have a time of day. */
  timed: number;
}

/** Another time zone; before it is saved one is told what that does to the record. */
export function ZoneForm({ version, current, timeZones, timed }: ZoneFormProps) {
  const sent = useSentForm(saveTimeZone);
  const [chosen, setChosen] = useState(current);
  const isAnother = chosen !== current;
  return (
    <form {...sent.form} className={style.form} aria-label="Time zone">
      <input type="hidden" name="version" value={version} />
      <SelectField
        label="Time zone"
        name="timeZone"
        value={chosen}
        required
        problem={sent.problemOf('timeZone')}
        onChange={(event) => setChosen(event.target.value)}
      >
        {timeZones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
      {isAnother ? (
        <>
          <div className={style.warning} role="note">
            <p>
              <b>This counts {formatCounted(timed, 'incident')} anew.</b> Those with a time of day may move to
              another hour, day, week or month, and every chart, comparison and shared link shows it. Dates
              without a time stay. A time that a file gave without an offset was read in {current} and stays
              that instant.
            </p>
            <p>All of it changes at once, or nothing. With a million incidents it takes about a minute.</p>
          </div>
          <Tick
            name="recount"
            label={`Count the times of day anew in ${chosen}`}
            problem={sent.problemOf('recount')}
          />
        </>
      ) : null}
      <div className={style.buttons}>
        <Button type="submit" disabled={!isAnother || sent.isSending}>
          {sent.isSending ? 'Counting anew' : 'Change the time zone'}
        </Button>
        <FormOutcome sent={sent} saved="The time zone is changed, and every time of day is counted in it." />
      </div>
    </form>
  );
}
