import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { type SessionReport, sessionReport } from '@/db/reports/training-session.ts';
import { may } from '@/lib/access.ts';
import { formatCounted, formatDate, formatList } from '@/lib/charts/format.ts';
import { inOneBreath } from '@/lib/charts/training-words.ts';
import { NotFound } from '@/lib/errors.ts';
import { NAMED_PAGES } from '@/lib/packs/pack-pages.ts';
import { MODULE_FORM_LABELS } from '@/lib/training/module-forms.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import { DownloadMenu } from '../../../../download-menu.tsx';
import { Crumb } from '../../../crumb.tsx';
import inputs from '../../../inputs.module.css';
import style from '../../../training.module.css';
import { Changing } from './changing.tsx';
import { Effect } from './effect.tsx';
import { People } from './people.tsx';

export const metadata: Metadata = { title: 'Training session' };

export default async function SessionPage({ params }: { params: Promise<{ session: string }> }) {
  const viewer = await requireRight('see_training');
  const sessionId = toRowNumber((await params).session);
  if (sessionId === null) notFound();
  const report = await sessionReport(viewer, sessionId).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return (
    <>
      <Page>
        <Crumb href="/skills/training" label="Training" />
        <Head report={report} mayBuild={may(viewer, 'build_reports')} />
        {report.isHeld ? <Effect report={report} /> : null}
        <People report={report} />
        <Material report={report} />
        {report.mayTrain ? <Changing report={report} /> : null}
      </Page>
      <Footer>
        <span>Training alone is a weak action: ask also what brings the missed opportunities about.</span>
        <span>Times in {report.frame.timeZone}.</span>
      </Footer>
    </>
  );
}

function Head({ report, mayBuild }: { report: SessionReport; mayBuild: boolean }) {
  const { session, madeBy, madeOn, comparedTeams, isHeld, effect } = report;
  const { moduleId, module, form, heldOn, teams, techniques, note, sessionId } = session;
  return (
    <>
      <header className={style.head}>
        <h1>
          <PageLink href={`/skills/training/modules/${moduleId}`}>{module}</PageLink>, {formatDate(heldOn)}
        </h1>
        <div className={inputs.buttons}>
          <ButtonLink href={`/skills/training/sessions/${sessionId}/pack`}>Session pack to print</ButtonLink>
          {isHeld && typeof effect !== 'string' ? (
            <DownloadMenu
              page="session"
              query={`${NAMED_PAGES.session}=${sessionId}`}
              incidents={null}
              mayBuild={mayBuild}
            />
          ) : null}
        </div>
      </header>
      <p className={style.facts}>
        <span>
          {MODULE_FORM_LABELS[form]}
          {isHeld ? '' : ', planned'}
        </span>
        <span>{formatList(teams.map(({ name }) => name))}</span>
        <span>{inOneBreath(techniques.map(({ label }) => label))}</span>
        <span>
          Compared with{' '}
          {comparedTeams.length === 0
            ? 'everybody not trained'
            : `the people not trained of ${formatList(comparedTeams.map(({ name }) => name))}`}
        </span>
        <span>
          By {madeBy}, {madeOn}
        </span>
      </p>
      {note === null ? null : <p className={style.text}>{note}</p>}
    </>
  );
}

function Material({ report: { material } }: { report: SessionReport }) {
  return (
    <section className={style.section} aria-labelledby="material">
      <h2 id="material">
        {material.length === 0 ? 'No card to practise with' : formatCounted(material.length, 'card')}
      </h2>
      {material.length === 0 ? (
        <p className="quiet">
          Cards are made from real incidents, redacted. They are printed with the session pack.
        </p>
      ) : (
        <ul className={style.cards}>
          {material.map(({ scenarioId, title, trigger, techniques }) => (
            <li key={scenarioId} className={style.card}>
              <h3 className={style.title}>
                <Link className="link" href={`/skills/scenarios/${scenarioId}`} prefetch={false}>
                  {title}
                </Link>
              </h3>
              <p className="quiet">
                {trigger.label}. {inOneBreath(techniques.map(({ label }) => label))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
