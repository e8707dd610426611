import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { Tick } from '@/app/_ui/form/tick.tsx';
import type { IncidentFormReport } from '@/db/reports/incident-form.ts';
import { CUES, CUSTOMER_STATES } from '@/lib/taxonomy/fixed-sets.ts';
import { CUE_LABELS, CUSTOMER_STATE_LABELS, OUTCOME_LABELS, OUTCOME_ORDER } from '@/lib/taxonomy/labels.ts';
import type { PartProps } from './given.ts';
import style from './new.module.css';
import { StepRows } from './step-rows.tsx';
import { TechniqueChoices } from './technique-choices.tsx';

/** What the procedure asks for as soon as possible: date, time, customer, behaviours, actions, outcome. */
export function SixItems({ given, problemOf, report }: PartProps & { report: IncidentFormReport }) {
  return (
    <>
      <fieldset className={style.part}>
        <legend>When, and with whom</legend>
        <div className={style.fields}>
          <TextField
            label="Date"
            name="day"
            type="date"
            max={report.today}
            defaultValue={given.one('day', report.today)}
            required
            problem={problemOf('day')}
          />
          <TextField
            label="Time"
            name="time"
            type="time"
            defaultValue={given.one('time')}
            hint={`In ${report.timeZone}; it is ${report.now} there.`}
            problem={problemOf('time')}
          />
          <TextField
            label="Customer"
            name="customer"
            defaultValue={given.one('customer')}
            hint="A number or reference. It is stored as a pseudonym."
            autoComplete="off"
            problem={problemOf('customer')}
          />
        </div>
      </fieldset>
      <fieldset className={style.part}>
        <legend>What the customer did</legend>
        <div className={style.ticks}>
          {CUES.map((cue) => (
            <Tick
              key={cue}
              name="cues"
              value={cue}
              label={CUE_LABELS[cue]}
              defaultChecked={given.has('cues', cue)}
            />
          ))}
        </div>
        <div className={style.fields}>
          <SelectField
            label="State"
            name="customerState"
            defaultValue={given.one('customerState', 'unknown')}
            problem={problemOf('customerState')}
          >
            {CUSTOMER_STATES.map((state) => (
              <option key={state} value={state}>
                {CUSTOMER_STATE_LABELS[state]}
              </option>
            ))}
          </SelectField>
          <Intensity name="intensityBefore" label="Intensity before" given={given} problemOf={problemOf} />
          <Intensity name="intensityAfter" label="Intensity after" given={given} problemOf={problemOf} />
        </div>
      </fieldset>
      <fieldset className={style.part}>
        <legend>What was done</legend>
        <TechniqueChoices
          given={given}
          techniques={report.terms.technique}
          problem={problemOf('techniques')}
        />
        <StepRows given={given} levels={report.terms.level} problem={problemOf('stepLevel')} />
      </fieldset>
      <fieldset className={style.part}>
        <legend>How it ended</legend>
        <div className={style.fields}>
          <SelectField
            label="Outcome"
            name="outcome"
            defaultValue={given.one('outcome', 'unknown')}
            problem={problemOf('outcome')}
          >
            {OUTCOME_ORDER.map((outcome) => (
              <option key={outcome} value={outcome}>
                {OUTCOME_LABELS[outcome]}
              </option>
            ))}
          </SelectField>
          <TextField
            label="Closed on"
            name="closedDay"
            type="date"
            max={report.today}
            defaultValue={given.one('closedDay')}
            hint="Empty while it is open."
            problem={problemOf('closedDay')}
          />
          <TextField label="Closed at" name="closedTime" type="time" defaultValue={given.one('closedTime')} />
        </div>
      </fieldset>
    </>
  );
}

const INTENSITIES = ['1 calm', '2 annoyed', '3 upset', '4 angry', '5 out of control'];

function Intensity({ name, label, given, problemOf }: PartProps & { name: string; label: string }) {
  return (
    <SelectField label={label} name={name} defaultValue={given.one(name)} problem={problemOf(name)}>
      <option value="">Not known</option>
      {INTENSITIES.map((words) => (
        <option key={words} value={words.charAt(0)}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}
