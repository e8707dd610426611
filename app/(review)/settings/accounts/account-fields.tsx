import { TextAreaField } from '@/app/_ui/form/field.tsx';
import { Tick } from '@/app/_ui/form/tick.tsx';
import { ROLES, type Role } from '@/lib/access.ts';
import { ROLE_LABELS, ROLE_MEANINGS } from '@/lib/sign-in/role-words.ts';
import style from '../settings.module.css';

interface AccountFieldsProps {
  given: { roles: readonly Role[]; teams: readonly number[]; agents: readonly string[] };
  teams: readonly { id: number; name: string }[];
  problemOf: (field: string) => string | undefined;
}

/** What somebody may do, and whose incidents they see. */
export function AccountFields({ given, teams, problemOf }: AccountFieldsProps) {
  return (
    <>
      <fieldset className={style.group}>
        <legend>Roles</legend>
        {ROLES.map((role) => (
          <Tick
            key={role}
            name="roles"
            value={role}
            label={ROLE_LABELS[role]}
            hint={ROLE_MEANINGS[role]}
            defaultChecked={given.roles.includes(role)}
          />
        ))}
        <Problem message={problemOf('roles')} />
      </fieldset>
      {teams.length > 0 ? (
        <fieldset className={style.group}>
          <legend>Teams, for managers and trainers</legend>
          <div className={style.ticks}>
            {teams.map(({ id, name }) => (
              <Tick key={id} name="teams" value={id} label={name} defaultChecked={given.teams.includes(id)} />
            ))}
          </div>
          <Problem message={problemOf('teams')} />
        </fieldset>
      ) : null}
      <TextAreaField
        label="As the sources name this person, for agents"
        name="agents"
        rows={2}
        defaultValue={given.agents.join('\n')}
        hint="One name or number a line, exactly as in the imported files. Incidents of these agents are the person’s own."
        problem={problemOf('agents')}
      />
    </>
  );
}

function Problem({ message }: { message: string | undefined }) {
  return message ? (
    <p role="alert" className={style.problem}>
      {message}
    </p>
  ) : null;
}
