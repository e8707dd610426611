'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import settings from '../settings/settings.module.css';
import { beginFactor, confirmFactor, removeFactor, renewCodes } from './actions.ts';
import { ConfirmingForm } from './confirming-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecretPicture } from './secret-picture.tsx';

/** A code of an app besides the password: set up, renewed and removed here. */
export function SecondFactor({ isSet }: { isSet: boolean }) {
  return isSet ? <SetFactor /> : <NewFactor />;
}

function NewFactor() {
  const begun = useSentForm(beginFactor);
  const { value } = begun;
  if (!value) {
    return (
      <>
        <p className="quiet">
          Not set. With it, signing in asks for a code of an app on your phone besides the password, so that
          the password alone opens nothing.
        </p>
        <ConfirmingForm sent={begun} label="Set up a second factor" during="Setting up" />
      </>
    );
  }
  return (
    <>
      <p>1. Scan this with an app for one-time codes, or type the secret into it.</p>
      <SecretPicture picture={value.picture} secret={value.secret} />
      <p>
        2. Keep these recovery codes where you find them without your phone. Each opens your account once.
        They are not shown again.
      </p>
      <RecoveryCodes codes={value.recoveryCodes} />
      <FirstCode />
    </>
  );
}

function FirstCode() {
  const sent = useSentForm(confirmFactor);
  const router = useRouter();
  useEffect(() => {
    // The session was replaced, so that the page is asked for anew only now that the browser has it.
    if (sent.isSaved) router.refresh();
  }, [sent.isSaved, router]);
  return (
    <form {...sent.form} className={settings.form} aria-label="Finish the second factor">
      <TextField
        label="3. The code that the app shows"
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        required
        problem={sent.problemOf('code')}
      />
      <div className={settings.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Checking' : 'Turn it on'}
        </Button>
        <FormOutcome sent={sent} saved="It is on." />
      </div>
    </form>
  );
}

function SetFactor() {
  const renewed = useSentForm(renewCodes, { empties: true });
  const removed = useSentForm(removeFactor, { empties: true });
  return (
    <>
      <p className="quiet">It is on: signing in asks for a code of your app.</p>
      {renewed.value ? (
        <>
          <p>These recovery codes stand in place of the earlier ones. They are not shown again.</p>
          <RecoveryCodes codes={renewed.value} />
        </>
      ) : (
        <ConfirmingForm sent={renewed} label="Make new recovery codes" during="Making" />
      )}
      <ConfirmingForm sent={removed} label="Remove the second factor" during="Removing" />
    </>
  );
}
