import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import style from '../settings.module.css';

interface DayChooserProps {
  teams: readonly { teamId: number; name: string }[];
  today: string;
}

/** Chooses the team and the day whose contacts are to be seen and changed. */
export function DayChooser({ teams, today }: DayChooserProps) {
  return (
    <form action="/settings/volumes/day" className={style.form} aria-label="Choose a day">
      <div className={style.fields}>
        <SelectField label="Team" name="team">
          {teams.map((team) => (
            <option key={team.teamId} value={team.teamId}>
              {team.name}
            </option>
          ))}
        </SelectField>
        <TextField label="Day" name="day" type="date" defaultValue={today} max={today} required />
      </div>
      <Button type="submit">Open the day</Button>
    </form>
  );
}
