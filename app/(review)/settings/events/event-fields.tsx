import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { Tick } from '@/app/_ui/form/tick.tsx';
import { EVENT_KIND_LABELS, EVENT_KINDS } from '@/lib/taxonomy/event-kinds.ts';
import style from '../settings.module.css';

export interface GivenEvent {
  label: string;
  kind: string;
  day: string;
  lastDay: string;
  teams: readonly number[];
}

interface EventFieldsProps {
  given: GivenEvent;
  teams: readonly { teamId: number; name: string }[];
  problemOf: (field: string) => string | undefined;
}

/** What happened, when, and whom it concerns. */
export function EventFields({ given, teams, problemOf }: EventFieldsProps) {
  const teamsProblem = problemOf('teams');
  return (
    <>
      <div className={style.fields}>
        <div className={style.wide}>
          <TextField
            label="What happened"
            name="label"
            defaultValue={given.label}
            hint="A few words; they stand on charts."
            required
            problem={problemOf('label')}
          />
        </div>
        <SelectField label="Kind" name="kind" defaultValue={given.kind} problem={problemOf('kind')}>
          {EVENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {EVENT_KIND_LABELS[kind]}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Day"
          name="day"
          type="date"
          defaultValue={given.day}
          required
          problem={problemOf('day')}
        />
        <TextField
          label="Last day"
          name="lastDay"
          type="date"
          defaultValue={given.lastDay}
          hint="Only where it lasted."
          problem={problemOf('lastDay')}
        />
      </div>
      {teams.length > 0 ? (
        <fieldset className={style.group}>
          <legend>Teams that it concerns; all where none is ticked</legend>
          <div className={style.ticks}>
            {teams.map(({ teamId, name }) => (
              <Tick
                key={teamId}
                name="teams"
                value={teamId}
                label={name}
                defaultChecked={given.teams.includes(teamId)}
              />
            ))}
          </div>
          {teamsProblem ? (
            <p role="alert" className={style.problem}>
              {teamsProblem}
            </p>
          ) : null}
        </fieldset>
      ) : null}
    </>
  );
}
