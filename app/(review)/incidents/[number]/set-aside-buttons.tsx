'use client';

import { Button, controlClass } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { Popup } from '@/app/_ui/frame/popup.tsx';
import { setAsideAsNone, setAsideAsSame } from './actions.ts';
import style from './incident.module.css';

/** The two ways to set an incident aside: it is none, or it is on record twice. */
export function SetAsideButtons({ number }: { number: number }) {
  const button = { className: controlClass() };
  return (
    <>
      <Popup name="Not an incident" button={button} content={<NotAnIncident number={number} />}>
        Not an incident
      </Popup>
      <Popup name="Same as another" button={button} content={<SameAsAnother number={number} />}>
        Same as another
      </Popup>
    </>
  );
}

function NotAnIncident({ number }: { number: number }) {
  const sent = useSentForm(setAsideAsNone);
  return (
    <form {...sent.form} className={style.setAside} aria-label="Not an incident">
      <input type="hidden" name="number" value={number} />
      <TextField
        label="Why it is none"
        name="reason"
        maxLength={300}
        required
        autoFocus
        problem={sent.problemOf('reason') ?? null}
      />
      <p className="note">
        It leaves every figure, list, search and file. Nothing is deleted, and it can be undone.
      </p>
      <Send sent={sent} />
    </form>
  );
}

function SameAsAnother({ number }: { number: number }) {
  const sent = useSentForm(setAsideAsSame);
  return (
    <form {...sent.form} className={style.setAside} aria-label="Same as another">
      <input type="hidden" name="number" value={number} />
      <TextField
        label="Number of the incident that stays"
        name="sameAs"
        placeholder="INC-412"
        required
        autoFocus
        problem={sent.problemOf('sameAs') ?? null}
      />
      <TextField
        label="How you can tell"
        name="reason"
        maxLength={300}
        required
        problem={sent.problemOf('reason') ?? null}
      />
      <p className="note">This one is set aside; the other one counts and names it. It can be undone.</p>
      <Send sent={sent} />
    </form>
  );
}

function Send({ sent }: { sent: ReturnType<typeof useSentForm<null>> }) {
  return (
    <>
      <Button type="submit" kind="primary" disabled={sent.isSending}>
        {sent.isSending ? 'Setting it aside' : 'Set it aside'}
      </Button>
      <FormOutcome sent={sent} saved="Set aside." />
    </>
  );
}
