import { SelectField, TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import type { LessonChoices } from '@/db/reports/lesson.ts';
import { LONGEST_LESSON_TITLE } from '@/lib/lessons/lesson-title.ts';
import inputs from '../inputs.module.css';
import { RowTicks } from '../row-ticks.tsx';
import { TechniqueTicks } from '../technique-ticks.tsx';

interface LessonFieldsProps {
  given: {
    title: string;
    trigger: number;
    issue: string;
    resolution: string;
    techniques: readonly number[];
    teams: readonly number[];
    askOn: string;
  };
  choices: LessonChoices;
  problemOf: (field: string) => string | undefined;
}

/** What a lesson tells, and to whom it goes. */
export function LessonFields({ given, choices, problemOf }: LessonFieldsProps) {
  const { triggers, techniques, teams, mayShareWithAll } = choices;
  return (
    <>
      <div className={inputs.wide}>
        <TextField
          label="What worked"
          name="title"
          maxLength={LONGEST_LESSON_TITLE}
          defaultValue={given.title}
          required
          problem={problemOf('title') ?? null}
        />
      </div>
      <SelectField
        label="Issue of the kind"
        name="trigger"
        defaultValue={given.trigger}
        problem={problemOf('trigger') ?? null}
      >
        {triggers.map(({ code, label }) => (
          <option key={code} value={code}>
            {code === 0 ? 'None in particular' : label}
          </option>
        ))}
      </SelectField>
      <div className={inputs.wide}>
        <TextAreaField
          label="The issue"
          name="issue"
          rows={3}
          hint="As people meet it, in the words they would search for."
          defaultValue={given.issue}
          required
          problem={problemOf('issue') ?? null}
        />
      </div>
      <div className={inputs.wide}>
        <TextAreaField
          label="What resolves it"
          name="resolution"
          rows={4}
          hint="Phone numbers, addresses and the like are taken out; leave names of customers out yourself."
          defaultValue={given.resolution}
          required
          problem={problemOf('resolution') ?? null}
        />
      </div>
      <TechniqueTicks
        legend="Techniques that it is about"
        techniques={techniques}
        chosen={given.techniques}
        problem={problemOf('techniques')}
      />
      <RowTicks
        legend={mayShareWithAll ? 'Goes to these teams; to all where none is ticked' : 'Goes to these teams'}
        name="teams"
        rows={teams.map(({ teamId, name }) => ({ id: teamId, label: name }))}
        chosen={given.teams}
        problem={problemOf('teams')}
        empty="Your account looks after no team."
      />
      <TextField
        label="Asks again on"
        name="askOn"
        type="date"
        defaultValue={given.askOn}
        hint="On this day it asks whether it is still true."
        required
        problem={problemOf('askOn') ?? null}
      />
    </>
  );
}
