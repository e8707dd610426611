import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { vocabularyReport } from '@/db/reports/taxonomy.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { SET_WORDS } from '@/lib/taxonomy/set-words.ts';
import { toEditableSet } from '@/lib/taxonomy/term-key.ts';
import { toPageNumber } from '@/lib/workspace/row-number.ts';
import { Pages } from '../../pages.tsx';
import style from '../../settings.module.css';
import { AddTermForm } from './add-term-form.tsx';
import { TermTable } from './term-table.tsx';

interface SetPageProps {
  params: Promise<{ set: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

export async function generateMetadata({ params }: SetPageProps): Promise<Metadata> {
  const set = toEditableSet((await params).set);
  return { title: set ? SET_WORDS[set].many : 'Taxonomy' };
}

export default async function SetPage({ params, searchParams }: SetPageProps) {
  const viewer = await requireRight('administer');
  const set = toEditableSet((await params).set);
  if (!set) notFound();
  const page = toPageNumber((await searchParams).page);
  const report = await vocabularyReport(viewer, set, { page });
  const { many, about, group } = SET_WORDS[set];
  return (
    <>
      <p>
        <PageLink href="/settings/taxonomy" className="link">
          ‹ Taxonomy
        </PageLink>
      </p>
      <h1>{many}</h1>
      <p className="quiet">{about}</p>
      <section className={style.section} aria-labelledby="values">
        <h2 id="values">{formatCounted(report.all, 'value')}</h2>
        <TermTable set={set} group={group} terms={report.terms} />
        <Pages
          label={`Pages of ${many.toLowerCase()}`}
          page={report.page}
          pages={report.pages}
          hrefOf={(to) => `/settings/taxonomy/${set}?page=${to}`}
        />
      </section>
      <section className={`${style.section} ${style.entry}`} aria-labelledby="add">
        <h2 id="add">Add a value</h2>
        <AddTermForm set={set} group={group} groups={report.groups} />
      </section>
    </>
  );
}
