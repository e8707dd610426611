'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { Choice } from '@/lib/workspace/choices.ts';
import style from '../entry.module.css';
import { setUp } from './actions.ts';
import { WorkspaceFields } from './workspace-fields.tsx';

export interface Choices {
  timeZones: readonly string[];
  countries: readonly Choice[];
  currencies: readonly Choice[];
  /** Only into an empty record: its figures and others would mix. */
  offersSample: boolean;
  /** What is chosen to begin with; empty where nothing is. */
  chosen: { timeZone: string; country: string; currency: string; sample: boolean };
}

/** The first account and the workspace, in one step. */
export function SetUpForm({ token, choices }: { token: string; choices: Choices }) {
  const sent = useSentForm(setUp);
  const [isShown, setShown] = useState(false);
  const { problemOf, isSending } = sent;

  return (
    <form {...sent.form} className={style.form}>
      <FormOutcome sent={sent} saved="Lookback is set up." />
      <input type="hidden" name="token" value={token} />
      <fieldset className={style.group}>
        <legend>Your account</legend>
        <TextField label="Your name" name="name" autoComplete="name" required problem={problemOf('name')} />
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          problem={problemOf('email')}
        />
        <TextField
          label="Password"
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete="new-password"
          spellCheck={false}
          required
          hint="12 to 128 characters. A few words that only you would put together are good."
          problem={problemOf('password')}
        />
        <label className={style.show}>
          <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
          Show the password
        </label>
      </fieldset>
      <WorkspaceFields choices={choices} problemOf={problemOf} />
      {choices.offersSample ? (
        <label className={style.show}>
          <input type="checkbox" name="sample" defaultChecked={choices.chosen.sample} />
          Load the sample: invented incidents of two years, to be removed again at any time
        </label>
      ) : null}
      <Button type="submit" kind="primary" className={style.submit} disabled={isSending}>
        {isSending ? 'Setting up' : 'Set up Lookback'}
      </Button>
    </form>
  );
}
