import Link from 'next/link';
import style from './segments.module.css';

interface SegmentsProps {
  /** What is chosen, for those who do not see the row. */
  name: string;
  choices: readonly { id: string; label: string; href: string; chosen: boolean }[];
}

/** A few choices of which one holds, each an address of its own. */
export function Segments({ name, choices }: SegmentsProps) {
  return (
    <nav className={style.segments} aria-label={name}>
      {choices.map(({ id, label, href, chosen }) => (
        <Link key={id} href={href} scroll={false} prefetch={false} aria-current={chosen ? 'true' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
