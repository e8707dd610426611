import type { ReactNode } from 'react';
import { requireViewer } from '@/app/_server/session.ts';
import { signOut } from '@/app/_server/sign-out.ts';
import { Rail } from '@/app/_ui/frame/rail.tsx';
import { Shell } from '@/app/_ui/frame/shell.tsx';
import { hasSample } from '@/db/reports/sample.ts';
import { workspaceName } from '@/db/reports/workspace-name.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { describeRole } from '@/lib/sign-in/role-words.ts';
import { FindButtons } from './find/find-buttons.tsx';
import { FindKeys } from './find/find-keys.tsx';
import { SampleNote } from './sample/sample-note.tsx';
import { settingsPages } from './settings/settings-pages.ts';

export default async function ReviewLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const who = { name: viewer.name, role: describeRole(viewer) };
  return (
    <Shell
      rail={
        <Rail
          workspaceName={await workspaceName()}
          groups={groupsFor(viewer)}
          who={who}
          signOut={signOut}
          tools={<FindButtons />}
        />
      }
    >
      {(await hasSample()) ? <SampleNote mayRemove={may(viewer, 'administer')} /> : null}
      {children}
      <FindKeys account={viewer.actor} />
    </Shell>
  );
}

/** Only what the viewer may open. */
function groupsFor(viewer: Viewer) {
  const review = [
    ...(may(viewer, 'see_reports') ? [{ href: '/', label: 'Overview', filtered: true }] : []),
    ...(may(viewer, 'see_reports') ? [{ href: '/patterns', label: 'Patterns', filtered: true }] : []),
    ...(may(viewer, 'see_skills') ? [{ href: '/skills', label: 'Skills', filtered: true }] : []),
    ...(may(viewer, 'see_incidents') ? [{ href: '/incidents', label: 'Incidents', filtered: true }] : []),
    ...(may(viewer, 'take_out') ? [{ href: '/reports', label: 'Reports' }] : []),
  ];
  const upkeep = [
    ...(may(viewer, 'import') ? [{ href: '/import', label: 'Import' }] : []),
    ...(settingsPages(viewer).length > 0 ? [{ href: '/settings', label: 'Settings' }] : []),
  ];
  return [review, upkeep].filter((group) => group.length > 0);
}
