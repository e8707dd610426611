import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import type { IncidentFormReport } from '@/db/reports/incident-form.ts';
import { KINDS } from '@/lib/taxonomy/fixed-sets.ts';
import { KIND_LABELS } from '@/lib/taxonomy/labels.ts';
import type { PartProps } from './given.ts';
import style from './new.module.css';

const SEVERITIES = ['1 irritated', '2 insistent', '3 raised voice', '4 abuse', '5 threat or danger'];
const SATISFACTIONS = ['1', '2', '3', '4', '5'];

/** What it was about, in codes and in words, and what was promised. */
export function FurtherFields({ given, problemOf, report }: PartProps & { report: IncidentFormReport }) {
  const { trigger, channel, journeyStage } = report.terms;
  const choice = (label: string, name: string, options: readonly { id: string; label: string }[]) => (
    <SelectField label={label} name={name} defaultValue={given.one(name)} problem={problemOf(name)}>
      <option value="">Not known</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </SelectField>
  );
  return (
    <>
      <fieldset className={style.part}>
        <legend>What it was about</legend>
        <p className="note">A trigger or what happened is needed. All else may stay unknown.</p>
        <div className={style.fields}>
          <SelectField label="Kind" name="kind" defaultValue={given.one('kind', 'incident')}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_LABELS[kind]}
              </option>
            ))}
          </SelectField>
          {choice('Trigger', 'trigger', trigger)}
          {choice('Channel', 'channel', channel)}
          {choice('Journey stage', 'journeyStage', journeyStage)}
          <TextField
            label="Product or topic"
            name="product"
            defaultValue={given.one('product')}
            maxLength={300}
            problem={problemOf('product')}
          />
          {choice('Severity', 'severity', SEVERITIES.map(byFirst))}
        </div>
        <TextAreaField
          label="What happened"
          name="narrative"
          rows={6}
          defaultValue={given.one('narrative')}
          hint="Names, numbers and addresses are taken out when it is saved."
          problem={problemOf('narrative')}
        />
        <TextAreaField
          label="What settled it"
          name="resolution"
          rows={2}
          defaultValue={given.one('resolution')}
          problem={problemOf('resolution')}
        />
      </fieldset>
      <fieldset className={style.part}>
        <legend>Promises and compensation</legend>
        <div className={style.fields}>
          <TextField
            label="What was promised"
            name="promise"
            defaultValue={given.one('promise')}
            maxLength={2000}
            problem={problemOf('promise')}
          />
          <TextField
            label="Due on"
            name="dueOn"
            type="date"
            defaultValue={given.one('dueOn')}
            problem={problemOf('dueOn')}
          />
          <TextField
            label={`Compensation in ${report.currency}`}
            name="compensation"
            inputMode="decimal"
            defaultValue={given.one('compensation')}
            problem={problemOf('compensation')}
          />
          <input type="hidden" name="currency" value={report.currency} />
          {choice('Satisfaction', 'csat', SATISFACTIONS.map(byFirst))}
        </div>
      </fieldset>
    </>
  );
}

const byFirst = (words: string) => ({ id: words.charAt(0), label: words });
