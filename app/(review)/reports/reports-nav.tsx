import Link from 'next/link';
import style from './reports.module.css';

/** From what was made to what is made again and again, and back. */
export function ReportsNav({ here }: { here: 'reports' | 'schedules' }) {
  const current = (page: typeof here) => (page === here ? 'page' : undefined);
  return (
    <nav className={style.tabs} aria-label="Reports">
      <Link href="/reports" aria-current={current('reports')} prefetch={false}>
        Reports
      </Link>
      <Link href="/reports/schedules" aria-current={current('schedules')} prefetch={false}>
        Schedules
      </Link>
    </nav>
  );
}
