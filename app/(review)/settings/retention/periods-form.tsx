import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import {
  LONGEST_RETENTION,
  RETENTION_KINDS,
  RETENTION_LABELS,
  RETENTION_MEANINGS,
  type Retention,
} from '@/lib/privacy/retention.ts';
import style from '../settings.module.css';

/** Periods to look at before they are saved; the address carries them. Works before scripts have loaded. */
export function PeriodsForm({ periods }: { periods: Retention }) {
  return (
    <form method="get" action="/settings/retention" className={style.form} aria-label="Periods">
      <div className={style.fields}>
        {RETENTION_KINDS.map((kind) => (
          <TextField
            key={kind}
            label={`${RETENTION_LABELS[kind]} (months)`}
            name={kind}
            type="number"
            min={1}
            max={LONGEST_RETENTION}
            defaultValue={periods[kind] ?? ''}
            placeholder="for good"
            hint={RETENTION_MEANINGS[kind]}
          />
        ))}
      </div>
      <div className={style.buttons}>
        <Button type="submit">Show what would go</Button>
      </div>
    </form>
  );
}
