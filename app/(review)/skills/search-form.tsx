import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import inputs from './inputs.module.css';

interface SearchFormProps {
  label: string;
  given: { words: string; technique: string | null };
  techniques: readonly { id: string; label: string }[];
}

/** Looks for words and a technique; the address keeps both. */
export function SearchForm({ label, given, techniques }: SearchFormProps) {
  return (
    <search>
      <form className={inputs.search} aria-label={label}>
        <TextField
          label="Words"
          name="search"
          type="search"
          maxLength={200}
          defaultValue={given.words}
          placeholder={'refund -router "two weeks"'}
        />
        <SelectField label="Technique" name="technique" defaultValue={given.technique ?? ''}>
          <option value="">Any</option>
          {techniques.map(({ id, label: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
