'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../settings.module.css';
import { saveEvent } from './actions.ts';
import { EventFields } from './event-fields.tsx';

/** Adds an event; the form is empty again for the next one. */
export function AddEventForm({ teams }: { teams: readonly { teamId: number; name: string }[] }) {
  const sent = useSentForm(saveEvent, { empties: true });
  return (
    <form {...sent.form} className={style.form} aria-label="Add an event">
      <EventFields given={NOTHING} teams={teams} problemOf={sent.problemOf} />
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Adding' : 'Add the event'}
        </Button>
        <FormOutcome sent={sent} saved="The event is added." />
      </div>
    </form>
  );
}

const NOTHING = { label: '', kind: 'release', day: '', lastDay: '', teams: [] };
