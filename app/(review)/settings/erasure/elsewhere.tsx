import { Tick } from '@/app/_ui/form/tick.tsx';
import table from '@/app/_ui/table/table.module.css';
import { formatCount } from '@/lib/charts/format.ts';
import { FEWEST_DIGITS, FEWEST_LETTERS } from '@/lib/privacy/mentions.ts';
import { type PersonFound, tableLabel } from '@/lib/privacy/person-found.ts';
import style from '../settings.module.css';

/** Where else the name stands, and whether it goes there, too. */
export function Elsewhere({ found }: { found: PersonFound }) {
  const { elsewhere, originals, unreadable, tooShort } = found;
  const places = Object.entries(elsewhere);
  const rows: [string, number][] = places.map(([name, count]) => [tableLabel(name), count]);
  rows.sort(([one], [other]) => one.localeCompare(other, 'en'));
  if (originals > 0) rows.push(['Sealed originals and drafts', originals]);
  return (
    <fieldset className={style.group}>
      <legend>Elsewhere</legend>
      {rows.length === 0 ? (
        <p className="quiet">No other text names this person.</p>
      ) : (
        <>
          <Tick
            name="elsewhere"
            defaultChecked
            label="Take the name out of these, too"
            hint="“[ERASED]” then stands in its place; an original goes whole. Untick it where this is somebody else of the same name."
          />
          <table className={`${table.table} ${style.narrow}`}>
            <thead>
              <tr>
                <th scope="col">Where the name stands</th>
                <th scope="col" className={table.figure}>
                  Rows
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([label, count]) => (
                <tr key={label}>
                  <th scope="row" className={table.wrapped}>
                    {label}
                  </th>
                  <td className={table.figure}>{formatCount(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {tooShort.length > 0 ? (
        <p className="quiet">
          Texts were not searched for {tooShort.join(', ')}: it takes {FEWEST_LETTERS} letters, or{' '}
          {FEWEST_DIGITS} digits.
        </p>
      ) : null}
      {unreadable > 0 ? (
        <p className="quiet">
          {formatCount(unreadable)} sealed originals could not be searched: they were sealed under another
          secret, and nobody can open them.
        </p>
      ) : null}
    </fieldset>
  );
}
