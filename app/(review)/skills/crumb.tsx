import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import style from './training.module.css';

/** The way back to the page above. */
export function Crumb({ href, label }: { href: string; label: string }) {
  return (
    <p className={`note ${style.crumb}`}>
      <PageLink href={href} className="link">
        ‹ {label}
      </PageLink>
    </p>
  );
}
