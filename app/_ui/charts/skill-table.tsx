import type { CSSProperties } from 'react';
import type { MatrixCell, MatrixRow, SkillMatrix } from '@/lib/charts/skills/matrix-model.ts';
import { type LinksOf, markProps } from './mark-links.ts';
import { Marks } from './marks.tsx';
import ramp from './ramp.module.css';
import { SkillFoot } from './skill-foot.tsx';
import { SkillKey } from './skill-key.tsx';
import { GainBar, RangeMark, SkillMark } from './skill-marks.tsx';
import { SkillReadout, type Way } from './skill-readout.tsx';
import style from './skill-table.module.css';

interface SkillTableProps {
  chart: SkillMatrix;
  linksOf: LinksOf;
  /** The page with one cell looked at closely; null where a cell leads to its incidents at once. */
  focusHref: ((column: string, row: string) => string) | null;
  /** What else can be done about the cell that is looked at closely. */
  waysOf?: (column: string, row: string) => readonly Way[];
}

/** Techniques by team or person: a share in each cell, its tone by what is missing, its mark by how much is known. */
export function SkillTable({ chart, linksOf, focusHref, waysOf = () => [] }: SkillTableProps) {
  const { columns, groups, focus } = chart;
  const cellHref = (cell: MatrixCell, column: string, row: string) =>
    focusHref ? focusHref(column, row) : cell.open ? linksOf(cell.open).open : null;
  let isFirst = true;
  const tabStop = (): 0 | -1 => {
    if (!isFirst) return -1;
    isFirst = false;
    return 0;
  };
  return (
    <>
      <Marks className={style.scroll}>
        <table className={style.matrix} style={widths(chart)}>
          <Columns chart={chart} />
          <Head chart={chart} />
          {groups.map((group) => (
            <tbody key={group.id}>
              {group.rows.map((row, place) => (
                <tr key={row.id}>
                  <th scope="row" className={style.group}>
                    {place === 0 ? group.label : <span className="unseen">{group.label}</span>}
                  </th>
                  <th scope="row" className={row.strong ? style.whole : style.name} title={row.label}>
                    {row.label}
                  </th>
                  {columns.map(({ id }, at) => {
                    const cell = row.cells[at];
                    const href = cell ? cellHref(cell, id, row.id) : null;
                    const isChosen = focus?.column === id && focus.row === row.id;
                    return <Cell key={id} cell={cell} href={href} isChosen={isChosen} tabStop={tabStop} />;
                  })}
                  <Ends row={row} shown={endsOf(chart)} />
                </tr>
              ))}
            </tbody>
          ))}
          {chart.foot.length > 0 ? <SkillFoot chart={chart} linksOf={linksOf} /> : null}
        </table>
      </Marks>
      <SkillKey words={chart.key} />
      {focus ? <SkillReadout focus={focus} ways={waysOf(focus.column, focus.row)} linksOf={linksOf} /> : null}
    </>
  );
}

const NAMES = 92 + 142;
const RANGE = 46 + 106;
const GAIN = 112;

/** Which columns stand behind the cells. */
function endsOf({ groups, gainLabel }: SkillMatrix) {
  return { range: groups.some(({ rows }) => rows.some(({ range }) => range)), gain: gainLabel !== null };
}

/** As wide as there is room, but for cells that would be wider than their content deserves. */
function widths(chart: SkillMatrix): CSSProperties {
  const { columns } = chart;
  const ends = endsOf(chart);
  const beside = NAMES + (ends.range ? RANGE : 0) + (ends.gain ? GAIN : 0);
  const [least, most] = [46, 62].map((width) => `${beside + columns.length * width}px`);
  return { '--least': least, '--most': most } as CSSProperties;
}

function Columns({ chart }: { chart: SkillMatrix }) {
  const { columns } = chart;
  const ends = endsOf(chart);
  return (
    <colgroup>
      <col className={style.groupWidth} />
      <col className={style.nameWidth} />
      {columns.map(({ id }) => (
        <col key={id} className={style.cellWidth} />
      ))}
      {ends.range ? <col className={style.sumWidth} /> : null}
      {ends.range ? <col className={style.rangeWidth} /> : null}
      {ends.gain ? <col className={style.gainWidth} /> : null}
    </colgroup>
  );
}

function Head({ chart }: { chart: SkillMatrix }) {
  const { columns, rangeLabel, ticks, gainLabel } = chart;
  return (
    <thead>
      <tr>
        <th scope="col" className={style.left}>
          <span className="unseen">Section</span>
        </th>
        <th scope="col" className={style.left}>
          <span className="unseen">Technique</span>
        </th>
        {columns.map(({ id, label }) => (
          <th key={id} scope="col">
            <span className={style.head} title={label}>
              {label}
            </span>
          </th>
        ))}
        {endsOf(chart).range ? (
          <>
            <th scope="col">{rangeLabel}</th>
            <td className={style.axis} aria-hidden="true">
              {ticks.map(({ at, label }) => (
                <span key={label} style={{ left: `${at * 100}%` }}>
                  {label}
                </span>
              ))}
            </td>
          </>
        ) : null}
        {gainLabel === null ? null : (
          <th scope="col" className={style.left}>
            {gainLabel}
          </th>
        )}
      </tr>
    </thead>
  );
}

interface CellProps {
  cell: MatrixCell | undefined;
  href: string | null;
  isChosen: boolean;
  tabStop: () => 0 | -1;
}

function Cell({ cell, href, isChosen, tabStop }: CellProps) {
  if (!cell || cell.words === '') return <td />;
  const strong = cell.mark === 'concern' || cell.mark === 'improvement';
  const look = [
    ramp[`s${cell.step}`],
    cell.alike ? style.alike : '',
    isChosen ? style.chosen : '',
    strong ? style.strong : '',
  ];
  const content = (
    <>
      <SkillMark cell={cell} />
      <span>{cell.words}</span>
    </>
  );
  return (
    <td className={look.join(' ')}>
      {href ? (
        <a {...markProps({ toggle: href, exclude: null })} tabIndex={tabStop()} title={cell.title}>
          {content}
        </a>
      ) : (
        <div title={cell.title}>{content}</div>
      )}
    </td>
  );
}

function Ends({ row: { range, gain }, shown }: { row: MatrixRow; shown: ReturnType<typeof endsOf> }) {
  return (
    <>
      {shown.range ? (
        <>
          <td className={style.sum}>{range?.words ?? ''}</td>
          <td className={style.range}>{range ? <RangeMark range={range} /> : null}</td>
        </>
      ) : null}
      {shown.gain ? <td className={style.gain}>{gain ? <GainBar gain={gain} /> : null}</td> : null}
    </>
  );
}
