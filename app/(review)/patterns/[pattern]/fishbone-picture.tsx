import { toElements } from '@/app/_ui/charts/svg-elements.ts';
import table from '@/app/_ui/table/table.module.css';
import { draw } from '@/lib/charts/draw.ts';
import type { FishboneChart } from '@/lib/charts/fishbone-model.ts';
import { formatCount, NOTHING_KNOWN } from '@/lib/charts/format.ts';
import style from '../patterns.module.css';

const WIDE = 704;

/** The fishbone as a drawing, and on a phone as a list. */
export function FishbonePicture({ chart, label }: { chart: FishboneChart; label: string }) {
  return (
    <>
      <div className={style.fish}>{toElements(draw(chart, { width: WIDE, theme: 'css', label }))}</div>
      <table className={`${table.table} ${style.fishList}`}>
        <caption className="unseen">Factors by branch</caption>
        <tbody>
          {chart.bones.map((bone) => (
            <Bone key={bone.label} bone={bone} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Bone({ bone: { label, count, twigs } }: { bone: FishboneChart['bones'][number] }) {
  return (
    <>
      <tr>
        <th scope="row">
          <b>{label}</b>
        </th>
        <td className={table.figure}>
          <b>{figure(count)}</b>
        </td>
      </tr>
      {twigs.map((twig) => (
        <tr key={twig.id}>
          <td className={table.wrapped}>{twig.label}</td>
          <td className={table.figure}>{figure(twig.count)}</td>
        </tr>
      ))}
    </>
  );
}

function figure(count: number | null): string {
  return count === null ? NOTHING_KNOWN : formatCount(count);
}
