'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../../settings.module.css';
import { saveChangedEvent } from '../actions.ts';
import { EventFields, type GivenEvent } from '../event-fields.tsx';

interface ChangeEventFormProps {
  event: { eventId: number; version: number };
  given: GivenEvent;
  teams: readonly { teamId: number; name: string }[];
}

/** Says anew what an event is. */
export function ChangeEventForm({ event, given, teams }: ChangeEventFormProps) {
  const sent = useSentForm(saveChangedEvent);
  return (
    <form {...sent.form} className={style.form} aria-label="Change the event">
      <input type="hidden" name="eventId" value={event.eventId} />
      <input type="hidden" name="version" value={event.version} />
      <EventFields given={given} teams={teams} problemOf={sent.problemOf} />
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
