import Link from 'next/link';
import style from './training.module.css';

/** The way back to the page above. */
export function Crumb({ href, label }: { href: string; label: string }) {
  return (
    <p className={`note ${style.crumb}`}>
      <Link href={href} className="link">
        ‹ {label}
      </Link>
    </p>
  );
}
