import type { SkillMatrix } from '@/lib/charts/skills/matrix-model.ts';
import type { LinksOf } from './mark-links.ts';
import style from './skill-table.module.css';

/** What there is of each column in all. */
export function SkillFoot({ chart, linksOf }: { chart: SkillMatrix; linksOf: LinksOf }) {
  return (
    <tfoot>
      {chart.foot.map(({ label, cells, sum }) => (
        <tr key={label}>
          <td />
          <th scope="row" className={style.left}>
            {label}
          </th>
          {chart.columns.map(({ id }, place) => {
            const cell = cells[place];
            return (
              <td key={id}>
                {cell?.open ? <a href={linksOf(cell.open).open}>{cell.words}</a> : cell?.words}
              </td>
            );
          })}
          <td>{sum}</td>
          <td colSpan={chart.gainLabel === null ? 1 : 2} />
        </tr>
      ))}
    </tfoot>
  );
}
