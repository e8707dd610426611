import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import { Tick } from '@/app/_ui/form/tick.tsx';
import { CUES, CUSTOMER_STATES } from '@/lib/taxonomy/fixed-sets.ts';
import { CUE_LABELS, CUSTOMER_STATE_LABELS } from '@/lib/taxonomy/labels.ts';
import type { ScenarioDraft } from '@/lib/training/draft-scenario.ts';
import { LONGEST_TITLE, SCENARIO_PARTS } from '@/lib/training/scenario-forms.ts';
import inputs from '../inputs.module.css';
import { TechniqueTicks } from '../technique-ticks.tsx';

interface CardFieldsProps {
  given: ScenarioDraft;
  techniques: readonly { code: number; label: string; section: string }[];
  problemOf: (field: string) => string | undefined;
}

/** Everything that a card holds, and the word that nobody can be recognised in it. */
export function CardFields({ given, techniques, problemOf }: CardFieldsProps) {
  return (
    <>
      <div className={inputs.wide}>
        <TextField
          label="Title"
          name="title"
          maxLength={LONGEST_TITLE}
          defaultValue={given.words.title}
          required
          problem={problemOf('title') ?? null}
        />
      </div>
      <SelectField
        label="Customer’s state"
        name="customerState"
        defaultValue={given.customerState}
        problem={problemOf('customerState') ?? null}
      >
        {CUSTOMER_STATES.map((state) => (
          <option key={state} value={state}>
            {CUSTOMER_STATE_LABELS[state]}
          </option>
        ))}
      </SelectField>
      <fieldset className={inputs.group}>
        <legend>Cues to play</legend>
        <div className={inputs.ticks}>
          {CUES.map((cue) => (
            <Tick
              key={cue}
              name="cues"
              value={cue}
              label={CUE_LABELS[cue]}
              defaultChecked={given.cues.includes(cue)}
            />
          ))}
        </div>
      </fieldset>
      {SCENARIO_PARTS.map(({ field, label, hint }) => (
        <div key={field} className={inputs.wide}>
          <TextAreaField
            label={label}
            name={field}
            rows={field === 'situation' ? 7 : 3}
            hint={hint}
            defaultValue={given.words[field]}
            required
            problem={problemOf(field) ?? null}
          />
        </div>
      ))}
      <TechniqueTicks
        legend="Techniques to observe"
        techniques={techniques}
        chosen={given.techniques}
        problem={problemOf('techniques')}
      />
    </>
  );
}
