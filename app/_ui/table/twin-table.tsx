import style from './table.module.css';
import type { TwinWords } from './twin-words.ts';

/** The numbers of a picture as a table. */
export function TwinTable({ caption, columns, rows, total }: TwinWords) {
  const side = (place: number) => (columns[place]?.isFigure ? style.figure : undefined);
  return (
    <table className={style.table}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, label }, place) => (
            <th key={id} scope="col" className={side(place)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ words, hrefs }) => (
          <tr key={`${words.join(' ')} ${hrefs[0]}`}>
            {columns.map(({ id }, place) => {
              const href = hrefs[place];
              return (
                <td key={id} className={side(place)}>
                  {href ? <a href={href}>{words[place]}</a> : words[place]}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr>
            {columns.map(({ id }, place) => (
              <td key={id} className={side(place)}>
                {total[place]}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
