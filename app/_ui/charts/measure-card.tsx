import Link from 'next/link';
import type { ReactNode } from 'react';
import type { MeasureCard as Card } from '@/lib/charts/chart-model.ts';
import { NOTHING_KNOWN } from '@/lib/charts/format.ts';
import { Popup } from '../frame/popup.tsx';
import { Definition } from './definition.tsx';
import { AssuranceGlyph, Glyph } from './glyph.tsx';
import style from './measure-card.module.css';

interface MeasureCardProps {
  card: Card;
  href: string;
  /** It is the measure of the main chart. */
  driving: boolean;
  /** The page with this measure in the main chart. */
  chartHref: string;
  spark: ReactNode;
}

/** A measure at a glance: value beside its fraction and interval, course, verdict and comparison in words. */
export function MeasureCard({ card, href, driving, chartHref, spark }: MeasureCardProps) {
  const { label, value, unit, detail, verdict, target, comparison, definition, open } = card;
  return (
    <article className={`${style.card} ${driving ? style.driving : ''}`}>
      <h2 className={style.name}>
        <Link href={href} prefetch={false} title={open.label}>
          {label}
        </Link>
        {target ? <Target {...target} /> : null}
        <Popup
          name={`Definition of ${label}`}
          button={{ 'aria-label': `Definition of ${label}` }}
          content={<Definition {...definition} />}
        >
          ?
        </Popup>
      </h2>
      <div className={style.value}>
        {value === null ? (
          <span className={style.unknown}>{NOTHING_KNOWN}</span>
        ) : (
          <strong>
            {value}
            {detail[0]?.startsWith(unit) ? null : <Unit unit={unit} />}
          </strong>
        )}
        <span className={style.detail}>
          {detail.map((line) => (
            <span key={line} title={line}>
              {line}
            </span>
          ))}
        </span>
      </div>
      <Link
        className={style.spark}
        href={chartHref}
        scroll={false}
        prefetch={false}
        aria-label={`Show ${label} over time`}
        aria-current={driving ? 'true' : undefined}
      >
        {spark}
      </Link>
      <p className={`${style.verdict} ${style[verdict.state] ?? ''}`}>
        <Glyph state={verdict.state} />
        {verdict.words}
      </p>
      {comparison ? <p className={style.comparison}>{comparison}</p> : null}
    </article>
  );
}

function Target({ words, assurance, meaning }: NonNullable<Card['target']>) {
  return (
    <span className={style.target} title={meaning}>
      {words}
      {assurance ? <AssuranceGlyph assurance={assurance} /> : null}
      <span className="unseen">{meaning}</span>
    </span>
  );
}

/** "days" stands beside its figure in size; "per agent-week" would push the rest off the card. */
const LONG_UNIT = 4;

function Unit({ unit }: { unit: string }) {
  if (!unit) return null;
  return <small className={unit.length > LONG_UNIT ? style.longUnit : style.unit}>&thinsp;{unit}</small>;
}
