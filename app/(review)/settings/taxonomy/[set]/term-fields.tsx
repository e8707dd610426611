import { TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import style from '../../settings.module.css';

interface TermFieldsProps {
  given: { label: string; group: string; means: string };
  /** What the values are grouped by, and the groups that there are; null where they are not. */
  group: string | null;
  groups: readonly string[];
  problemOf: (field: string) => string | undefined;
}

/** What a value is called, where it belongs and what it means. */
export function TermFields({ given, group, groups, problemOf }: TermFieldsProps) {
  return (
    <div className={style.fields}>
      <TextField
        label="Label"
        name="label"
        defaultValue={given.label}
        autoComplete="off"
        required
        problem={problemOf('label')}
      />
      {group ? (
        <>
          <TextField
            label={group}
            name="group"
            defaultValue={given.group}
            list="groups"
            autoComplete="off"
            hint="One that is there, or another."
            problem={problemOf('group')}
          />
          <datalist id="groups">
            {groups.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </>
      ) : null}
      <div className={style.wide}>
        <TextAreaField
          label="What it means"
          name="means"
          rows={2}
          defaultValue={given.means}
          hint="So that everybody codes it alike."
          problem={problemOf('means')}
        />
      </div>
    </div>
  );
}
