import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { workspaceReport } from '@/db/reports/workspace-settings.ts';
import { countryChoices, currencyChoices } from '@/lib/workspace/choices.ts';
import { listTimeZones } from '@/lib/workspace/time-zones.ts';
import style from '../settings.module.css';
import { WorkspaceForm } from './workspace-form.tsx';
import { ZoneForm } from './zone-form.tsx';

export const metadata: Metadata = { title: 'Workspace' };

export default async function WorkspacePage() {
  const { workspace, settings, version, timed } = await workspaceReport(await requireRight('administer'));
  return (
    <>
      <h1>Workspace</h1>
      <p className="quiet">What holds for the organisation as a whole.</p>
      <section className={style.section} aria-label="Workspace">
        <WorkspaceForm
          version={version}
          workspace={workspace}
          limits={settings}
          countries={countryChoices()}
          currencies={currencyChoices()}
        />
      </section>
      <section className={style.section} aria-labelledby="zone">
        <h2 id="zone">Time zone</h2>
        <p className="quiet">
          Days, weeks and hours are counted in it. It is {workspace.timeZone} at present.
        </p>
        <ZoneForm version={version} current={workspace.timeZone} timeZones={listTimeZones()} timed={timed} />
      </section>
    </>
  );
}
