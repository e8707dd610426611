import Link from 'next/link';
import type { WaterfallChart } from '@/lib/charts/waterfall-model.ts';
import style from './split-by.module.css';

interface SplitByProps {
  splits: WaterfallChart['splits'];
  hrefOf: (id: string) => string;
}

/** By what a change is split, the dimension that tells most first. */
export function SplitBy({ splits, hrefOf }: SplitByProps) {
  return (
    <nav className={style.splits} aria-label="Split by">
      <span aria-hidden="true">Split by</span>
      {splits.map(({ id, label, chosen }) => (
        <Link
          key={id}
          href={hrefOf(id)}
          scroll={false}
          prefetch={false}
          aria-current={chosen ? 'true' : undefined}
        >
          {label}
        </Link>
      ))}
      <span>most telling first</span>
    </nav>
  );
}
