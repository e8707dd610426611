import Link from 'next/link';
import { formatCounted } from '@/lib/charts/format.ts';
import style from './incidents.module.css';

/** Says how many incidents are not in the list because somebody set them aside, and leads to them. */
export function SetAsideNote({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="note">
      <Link href="/incidents/set-aside" className={style.aside} prefetch={false}>
        {formatCounted(count, 'incident')} set aside
      </Link>
      , not counted: not incidents, or the same as another.
    </p>
  );
}
