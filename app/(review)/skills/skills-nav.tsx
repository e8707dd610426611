import { Segments } from '@/app/_ui/charts/segments.tsx';
import type { Viewer } from '@/lib/access.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import style from './skills.module.css';
import { skillsPages } from './skills-pages.ts';

interface SkillsNavProps {
  viewer: Viewer;
  /** The page that is open. */
  path: string;
  /** Its filters, which go along. */
  query?: string;
}

/** The pages about skills; nothing where there is only one. */
export function SkillsNav({ viewer, path, query = '' }: SkillsNavProps) {
  const pages = skillsPages(viewer);
  if (pages.length < 2) return null;
  return (
    <div className={style.nav}>
      <Segments
        name="Pages about skills"
        choices={pages.map(({ href, label }) => ({
          id: href,
          label,
          href: toHref(href, query),
          chosen: href === path,
        }))}
      />
    </div>
  );
}
