import type { Metadata } from 'next';
import Link from 'next/link';
import { requireRight } from '@/app/_server/session.ts';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';
import table from '@/app/_ui/table/table.module.css';
import { type TrainingReport, trainingReport } from '@/db/reports/training.ts';
import { formatCount, formatCounted, NOTHING_KNOWN } from '@/lib/charts/format.ts';
import { inOneBreath } from '@/lib/charts/training-words.ts';
import { MODULE_FORM_LABELS } from '@/lib/training/module-forms.ts';
import { ListDownload } from '../../list-download.tsx';
import inputs from '../inputs.module.css';
import { SkillsNav } from '../skills-nav.tsx';
import style from '../training.module.css';
import { OwnSessions } from './own-sessions.tsx';
import { PlanTable } from './plan-table.tsx';
import { HeldTable, PlannedTable } from './session-table.tsx';

export const metadata: Metadata = { title: 'Training' };

export default async function TrainingPage() {
  const viewer = await requireRight('see_skills');
  const report = await trainingReport(viewer);
  const { seesAll, planned, held, mayTrain } = report;
  return (
    <Page>
      <SkillsNav viewer={viewer} path="/skills/training" />
      {seesAll ? (
        <>
          <header className={style.head}>
            <h1>{headline(report)}</h1>
            <div className={inputs.buttons}>
              {mayTrain ? (
                <>
                  <ButtonLink href="/skills/training/sessions/new" kind="primary">
                    Plan a session
                  </ButtonLink>
                  <ButtonLink href="/skills/training/modules/new">Make a module</ButtonLink>
                </>
              ) : null}
              <ListDownload viewer={viewer} page="training" without={report.plan ? [] : ['plan']} />
            </div>
          </header>
          {report.plan ? <PlanTable plan={report.plan} mayTrain={mayTrain} /> : null}
          <Sessions report={report} />
          <Modules report={report} />
        </>
      ) : (
        <OwnSessions planned={planned} held={held} />
      )}
    </Page>
  );
}

function headline({ planned, held }: TrainingReport): string {
  if (planned.length + held.length === 0) return 'No session is planned yet';
  const ahead = planned.length === 0 ? 'none ahead' : `${formatCount(planned.length)} ahead`;
  return `${formatCounted(held.length, 'session')} held, ${ahead}`;
}

function Sessions({ report: { planned, held, modules, mayTrain } }: { report: TrainingReport }) {
  if (planned.length + held.length === 0) {
    return (
      <Empty
        sentence={
          mayTrain
            ? 'A session is a module held on a day for one team or several. Who came is marked, and from four weeks after it on its page tells what became of its techniques beside people who were not there.'
            : 'Trainers plan sessions; those that are wholly for your teams are listed here.'
        }
      >
        {mayTrain && modules.length === 0 ? (
          <ButtonLink href="/skills/training/modules/new">Make the first module</ButtonLink>
        ) : null}
      </Empty>
    );
  }
  return (
    <>
      {planned.length > 0 ? (
        <section className={style.section} aria-labelledby="ahead">
          <h2 id="ahead">{formatCounted(planned.length, 'session')} ahead</h2>
          <PlannedTable sessions={planned} caption="Sessions ahead" />
        </section>
      ) : null}
      {held.length > 0 ? (
        <section className={style.section} aria-labelledby="held">
          <h2 id="held">{formatCounted(held.length, 'session')} held</h2>
          <p className="quiet">
            Change in the share of opportunities handled effectively, in points, less the change among people
            not trained. A real change is one that chance does not explain; training alone is a weak action.
          </p>
          <HeldTable held={held} />
        </section>
      ) : null}
    </>
  );
}

function Modules({ report: { modules } }: { report: TrainingReport }) {
  return (
    <section className={style.section} aria-labelledby="modules">
      <h2 id="modules">
        {modules.length === 0 ? 'No module is made yet' : formatCounted(modules.length, 'module')}
      </h2>
      {modules.length === 0 ? (
        <p className="quiet">
          A module says what is practised, by which form and for which techniques: role-play, scenario or
          coaching.
        </p>
      ) : (
        <table className={`${table.table} ${table.stacked}`}>
          <caption className="unseen">Modules</caption>
          <thead>
            <tr>
              <th scope="col">Module</th>
              <th scope="col">Form</th>
              <th scope="col" className={table.figure}>
                Minutes
              </th>
              <th scope="col" className={table.figure}>
                Sessions
              </th>
            </tr>
          </thead>
          <tbody>
            {modules.map(({ moduleId, name, form, minutes, sessions, techniques, retired }) => (
              <tr key={moduleId}>
                <th scope="row" className={`${table.wrapped} ${style.name}`}>
                  <Link className="link" href={`/skills/training/modules/${moduleId}`} prefetch={false}>
                    {name}
                  </Link>
                  <span className="note">{inOneBreath(techniques.map(({ label }) => label))}</span>
                </th>
                <td>
                  {MODULE_FORM_LABELS[form]}
                  {retired ? <span className="note"> not offered any more</span> : null}
                </td>
                <td className={table.figure} data-label="Minutes">
                  {minutes === null ? NOTHING_KNOWN : formatCount(minutes)}
                </td>
                <td className={table.figure} data-label="Sessions">
                  {formatCount(sessions)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
