import { Button, ButtonLink } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import type { AuditFilters } from '@/lib/filters/audit-filters.ts';
import style from '../settings.module.css';

interface AuditFilterFormProps {
  filters: AuditFilters;
  actors: readonly { id: string; label: string }[];
  actions: readonly { id: string; label: string }[];
}

/** Who, what and when; the address carries them. Works before scripts have loaded. */
export function AuditFilterForm({ filters, actors, actions }: AuditFilterFormProps) {
  const isFiltered = Object.values(filters).some((value) => value !== null);
  return (
    <form method="get" action="/settings/audit" className={style.form} aria-label="Filter">
      <div className={style.fields}>
        <SelectField label="Who" name="actor" defaultValue={filters.actor ?? ''}>
          <option value="">everybody</option>
          {actors.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField label="What" name="action" defaultValue={filters.action ?? ''}>
          <option value="">everything</option>
          {actions.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField label="From" name="from" type="date" defaultValue={filters.from ?? ''} />
        <TextField label="Last day" name="to" type="date" defaultValue={filters.to ?? ''} />
      </div>
      <div className={style.buttons}>
        <Button type="submit">Show</Button>
        {isFiltered ? (
          <ButtonLink kind="quiet" href="/settings/audit">
            Show everything
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}
