import Link from 'next/link';
import type { Definition as Text } from '@/lib/charts/chart-model.ts';
import style from './panel.module.css';

/** How a measure or a chart is computed, in words, and where that is explained at length. */
export function Definition({ title, text, passage }: Text) {
  return (
    <div className={style.definition}>
      <h3>{title}</h3>
      <p>{text}</p>
      {passage ? (
        <Link href={`/methods#${passage}`} className="link" prefetch={false}>
          How this is computed
        </Link>
      ) : null}
    </div>
  );
}
