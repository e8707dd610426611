import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { moduleReport } from '@/db/reports/training-choices.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { inOneBreath } from '@/lib/charts/training-words.ts';
import { NotFound } from '@/lib/errors.ts';
import { MODULE_FORM_LABELS } from '@/lib/training/module-forms.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import { Crumb } from '../../../crumb.tsx';
import inputs from '../../../inputs.module.css';
import style from '../../../training.module.css';
import { ModuleForm } from '../../module-form.tsx';
import { PlannedTable } from '../../session-table.tsx';

export const metadata: Metadata = { title: 'Module' };

export default async function ModulePage({ params }: { params: Promise<{ module: string }> }) {
  const viewer = await requireRight('see_training');
  const moduleId = toRowNumber((await params).module);
  if (moduleId === null) notFound();
  const report = await moduleReport(viewer, moduleId).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { module, sessions, techniques, mayTrain } = report;
  return (
    <Page>
      <Crumb href="/skills/training" label="Training" />
      <header className={style.head}>
        <h1>{module.name}</h1>
        {mayTrain && !module.retired ? (
          <ButtonLink href={`/skills/training/sessions/new?module=${module.moduleId}`}>
            Plan a session
          </ButtonLink>
        ) : null}
      </header>
      <p className={style.facts}>
        <span>{MODULE_FORM_LABELS[module.form]}</span>
        {module.minutes === null ? null : <span>{formatCounted(module.minutes, 'minute')}</span>}
        <span>{inOneBreath(module.techniques.map(({ label }) => label))}</span>
        {module.retired ? <span>Not offered any more</span> : null}
      </p>
      {module.about === '' ? null : <p className={style.text}>{module.about}</p>}
      {mayTrain ? (
        <details className={inputs.edit}>
          <summary>Change the module</summary>
          <ModuleForm key={module.version} module={module} techniques={techniques} />
        </details>
      ) : null}
      <section className={style.section} aria-labelledby="sessions">
        <h2 id="sessions">
          {sessions.length === 0 ? 'No session of it yet' : formatCounted(sessions.length, 'session')}
        </h2>
        {sessions.length === 0 ? null : (
          <PlannedTable sessions={sessions} caption="Sessions of this module" />
        )}
      </section>
    </Page>
  );
}
