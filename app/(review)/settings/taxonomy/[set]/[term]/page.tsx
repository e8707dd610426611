import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { termReport } from '@/db/reports/term.ts';
import { NotFound } from '@/lib/errors.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import { SET_WORDS } from '@/lib/taxonomy/set-words.ts';
import { toEditableSet } from '@/lib/taxonomy/term-key.ts';
import style from '../../../settings.module.css';
import { ChangeTermForm } from './change-term-form.tsx';
import { Merging } from './merging.tsx';
import { Ranking } from './ranking.tsx';
import { Retiring } from './retiring.tsx';
import { Separating } from './separating.tsx';
import { Uses } from './uses.tsx';

interface TermPageProps {
  params: Promise<{ set: string; term: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: 'Value' };

export default async function TermPage({ params, searchParams }: TermPageProps) {
  const viewer = await requireRight('administer');
  const { set: name, term: id } = await params;
  const set = toEditableSet(name);
  if (!set) notFound();
  const { into, rank } = await searchParams;
  const asked = { into: oneOf(into), rank: oneOf(rank) };
  const report = await termReport(viewer, { set, id }, asked).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const { term, target } = report;
  const { many, title, group } = SET_WORDS[set];
  const isKnown = term.code !== UNKNOWN_CODE;
  return (
    <>
      <p>
        <PageLink href={`/settings/taxonomy/${set}`} className="link">
          ‹ {many}
        </PageLink>
      </p>
      <h1>{term.label}</h1>
      <p className="quiet">
        {title}, id {term.id}.{target ? ` Counts as ${target.label}.` : ''}
        {term.retired ? ' Retired: it is offered no more.' : ''}
      </p>
      <section className={style.section} aria-label="Label and meaning">
        <ChangeTermForm set={set} term={term} group={group} groups={report.groups} />
      </section>
      <Uses report={report} />
      {target ? <Separating set={set} report={report} target={target} /> : null}
      {isKnown && !target && set === 'level' ? <Ranking report={report} /> : null}
      {isKnown && !target ? <Merging set={set} report={report} /> : null}
      {isKnown && !target ? <Retiring set={set} report={report} /> : null}
    </>
  );
}

const oneOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
