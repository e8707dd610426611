import { redirect } from 'next/navigation';
import { requireViewer } from '@/app/_server/session.ts';
import { firstViewOf } from '@/db/reports/views.ts';

/** Where signing in leads that was asked for no page: the view that comes first, or the first page. */
export default async function StartPage() {
  const viewer = await requireViewer();
  return redirect((await firstViewOf(viewer)) ?? '/');
}
