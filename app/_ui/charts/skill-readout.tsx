import Link from 'next/link';
import type { MatrixFocus } from '@/lib/charts/skills/matrix-model.ts';
import type { LinksOf } from './mark-links.ts';
import style from './skill-readout.module.css';

export interface Way {
  label: string;
  href: string;
}

interface ReadoutProps {
  focus: MatrixFocus;
  /** What else can be done about it. */
  ways: readonly Way[];
  linksOf: LinksOf;
}

/** What is said of the cell that is looked at closely, and where it leads. */
export function SkillReadout({ focus, ways, linksOf }: ReadoutProps) {
  const { open } = focus;
  return (
    <div className={style.readout} role="status">
      <b>{focus.name}</b>
      {focus.words.map((words) => (
        <span key={words}>{words}</span>
      ))}
      {[...ways, { label: open.label, href: linksOf(open.narrowing).open }].map(({ label, href }) => (
        <Link key={href} href={href} prefetch={false}>
          {label}
        </Link>
      ))}
    </div>
  );
}
