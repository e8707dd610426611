'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { Tick } from '@/app/_ui/form/tick.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { RuleSetChoice } from '@/lib/workspace/rule-set-words.ts';
import type { WorkspaceSettings } from '@/lib/workspace/workspace-settings.ts';
import style from '../settings.module.css';
import { saveMeasures } from './actions.ts';
import type { MeasureChoice } from './measure-choices.ts';

interface ChoiceFormProps {
  version: number;
  chosen: Pick<WorkspaceSettings, 'cardMeasures' | 'ruleSet' | 'bucket'>;
  measures: readonly MeasureChoice[];
  ruleSets: readonly RuleSetChoice[];
}

/** The six measures on the cards, and how charts are judged and divided. */
export function ChoiceForm({ version, chosen, measures, ruleSets }: ChoiceFormProps) {
  const sent = useSentForm(saveMeasures);
  return (
    <form {...sent.form} className={style.form} aria-label="Cards and charts">
      <input type="hidden" name="version" value={version} />
      <fieldset className={style.group}>
        <legend>On the cards of the overview, in this order</legend>
        <div className={style.fields}>
          {chosen.cardMeasures.map((measure, index) => (
            <SelectField
              key={measure}
              label={`Card ${index + 1}`}
              name={`card${index + 1}`}
              defaultValue={measure}
              problem={sent.problemOf(`card${index + 1}`)}
            >
              {measures.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      </fieldset>
      <fieldset className={style.group}>
        <legend>A control chart calls it a signal when a point lies beyond a limit, and after</legend>
        {ruleSets.map(({ id, label, means }) => (
          <Tick
            key={id}
            type="radio"
            name="ruleSet"
            value={id}
            label={label}
            hint={means}
            defaultChecked={id === chosen.ruleSet}
          />
        ))}
      </fieldset>
      <fieldset className={style.group}>
        <legend>One point of a chart is</legend>
        <Tick
          type="radio"
          name="bucket"
          value="week"
          label="a week, from Monday"
          hint="Months take over where a period has more than 520 weeks."
          defaultChecked={chosen.bucket === 'week'}
        />
        <Tick
          type="radio"
          name="bucket"
          value="month"
          label="a month"
          hint="Limits want twelve points: a year of months."
          defaultChecked={chosen.bucket === 'month'}
        />
      </fieldset>
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
