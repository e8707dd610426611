import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import type { IncidentFormReport } from '@/db/reports/incident-form.ts';
import type { PartProps } from './given.ts';
import style from './new.module.css';

/** Whose incident it is. Who documents only their own has nothing to choose. */
export function WhoseFields({ given, problemOf, report }: PartProps & { report: IncidentFormReport }) {
  const { teams, agents, own } = report;
  if (teams.length === 0) {
    const [me] = own;
    return me ? (
      <>
        <input type="hidden" name="agent" value={me.reference} />
        {me.teamName ? <input type="hidden" name="team" value={me.teamName} /> : null}
        {problemOf('team') ? (
          <p role="alert" className={style.problem}>
            {problemOf('team')}
          </p>
        ) : null}
      </>
    ) : null;
  }
  return (
    <fieldset className={style.part}>
      <legend>Who handled it</legend>
      <div className={style.fields}>
        <SelectField label="Team" name="team" defaultValue={given.one('team')} problem={problemOf('team')}>
          <option value="">Not known</option>
          {teams.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Agent"
          name="agent"
          list="agents"
          defaultValue={given.one('agent')}
          hint="As your records name them."
          autoComplete="off"
          problem={problemOf('agent')}
        />
        <datalist id="agents">
          {agents.map(({ reference, teamName }) => (
            <option key={reference} value={reference}>
              {teamName}
            </option>
          ))}
        </datalist>
      </div>
    </fieldset>
  );
}
