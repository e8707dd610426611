import { forbidden, redirect } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { settingsPages } from './settings-pages.ts';

/** Leads to the first page that the viewer may open: whoever may open any may set targets. */
export default async function SettingsPage() {
  const [first] = settingsPages(await requireRight('set_targets'));
  if (!first) forbidden();
  redirect(first.href);
}
