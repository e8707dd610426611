'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { LONGEST_NAME } from '@/lib/patterns/longest-name.ts';
import {
  PATTERN_STATUS_LABELS,
  PATTERN_STATUSES,
  type PatternStatus,
} from '@/lib/patterns/pattern-status.ts';
import style from '../patterns.module.css';
import { savePattern } from './actions.ts';

interface ChangePatternFormProps {
  pattern: {
    patternId: number;
    version: number;
    name: string;
    ownerAccount: string;
    status: PatternStatus;
  };
  owners: readonly { account: string; name: string }[];
}

/** Name, owner and status of a pattern. */
export function ChangePatternForm({ pattern, owners }: ChangePatternFormProps) {
  const sent = useSentForm(savePattern);
  const isListed = owners.some(({ account }) => account === pattern.ownerAccount);
  return (
    <form {...sent.form} className={style.form} aria-label="Change the pattern">
      <input type="hidden" name="patternId" value={pattern.patternId} />
      <input type="hidden" name="version" value={pattern.version} />
      <div className={style.wide}>
        <TextField
          label="Name"
          name="name"
          defaultValue={pattern.name}
          maxLength={LONGEST_NAME}
          required
          problem={sent.problemOf('name') ?? null}
        />
      </div>
      <div className={style.row}>
        <SelectField
          label="Status"
          name="status"
          defaultValue={pattern.status}
          problem={sent.problemOf('status') ?? null}
        >
          {PATTERN_STATUSES.map((status) => (
            <option key={status} value={status}>
              {PATTERN_STATUS_LABELS[status]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Owner"
          name="owner"
          defaultValue={pattern.ownerAccount}
          problem={sent.problemOf('owner') ?? null}
        >
          {isListed ? null : <option value={pattern.ownerAccount}>Not in use any more</option>}
          {owners.map(({ account, name }) => (
            <option key={account} value={account}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
