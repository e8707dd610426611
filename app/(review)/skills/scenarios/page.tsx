import type { Metadata } from 'next';
import Link from 'next/link';
import { requireRight } from '@/app/_server/session.ts';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { type ScenariosReport, scenariosReport } from '@/db/reports/scenarios.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { inSentence } from '@/lib/charts/sentence-words.ts';
import { inOneBreath } from '@/lib/charts/training-words.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { type LessonSearch, readLessonSearch } from '@/lib/lessons/lesson-search.ts';
import { CUSTOMER_STATE_LABELS } from '@/lib/taxonomy/labels.ts';
import { ListDownload } from '../../list-download.tsx';
import inputs from '../inputs.module.css';
import { SearchForm } from '../search-form.tsx';
import { SkillsNav } from '../skills-nav.tsx';
import style from '../training.module.css';

export const metadata: Metadata = { title: 'Scenarios' };

export default async function ScenariosPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('see_training');
  const search = readLessonSearch(await searchParams);
  const report = await scenariosReport(viewer, search);
  const { cards, retired, techniques } = report;
  return (
    <Page>
      <SkillsNav viewer={viewer} path="/skills/scenarios" />
      <header className={style.head}>
        <h1>{headline(report, search)}</h1>
        {search.words === '' && cards.length + retired.length > 0 ? (
          <ListDownload viewer={viewer} page="scenarios" technique={search.technique} />
        ) : null}
      </header>
      <p className="quiet">Role-play cards made from real incidents, with everything personal taken out.</p>
      <SearchForm label="Search the cards" given={search} techniques={techniques} />
      {report.mayTrain ? (
        <p>
          <ButtonLink href="/skills/scenarios/new">Make a scenario</ButtonLink>
        </p>
      ) : null}
      {cards.length === 0 ? <Nothing report={report} search={search} /> : <Cards cards={cards} />}
      {retired.length > 0 ? (
        <details className={inputs.edit}>
          <summary>{formatCounted(retired.length, 'card')} not used any more</summary>
          <Cards cards={retired} />
        </details>
      ) : null}
    </Page>
  );
}

function headline({ cards, technique }: ScenariosReport, { words }: LessonSearch): string {
  const forIt = technique ? ` for ${inSentence(technique.label)}` : '';
  if (cards.length === 0) return `No card${forIt}${words === '' ? ' yet' : ' found'}`;
  return `${formatCounted(cards.length, 'card')}${forIt}${words === '' ? '' : ' found'}`;
}

interface NothingProps {
  report: ScenariosReport;
  search: LessonSearch;
}

function Nothing({ report: { technique, mayTrain }, search: { words } }: NothingProps) {
  const href = technique ? `/incidents?technique=${technique.id}~missed` : '/incidents';
  return (
    <Empty sentence={nothingWords(words, mayTrain)}>
      {mayTrain ? (
        <ButtonLink href={href}>
          {technique ? `Incidents where ${inSentence(technique.label)} was missed` : 'Go to the incidents'}
        </ButtonLink>
      ) : null}
      {words === '' ? null : <ButtonLink href="/skills/scenarios">All cards</ButtonLink>}
    </Empty>
  );
}

function nothingWords(words: string, mayTrain: boolean): string {
  if (words !== '') return 'No card has these words. Fewer words, or none, find more.';
  return mayTrain
    ? 'Open an incident and choose “Make a scenario”: its narrative is redacted again, and becomes a card with the customer’s state, hidden facts and what good looks like.'
    : 'Trainers make cards from incidents.';
}

function Cards({ cards }: Pick<ScenariosReport, 'cards'>) {
  return (
    <ul className={style.cards}>
      {cards.map(({ scenarioId, title, situation, trigger, customerState, techniques }) => (
        <li key={scenarioId} className={style.card}>
          <h2 className={style.title}>
            <Link className="link" href={`/skills/scenarios/${scenarioId}`} prefetch={false}>
              {title}
            </Link>
          </h2>
          <p>{shortened(situation)}</p>
          <p className="note">
            {trigger.label}, {CUSTOMER_STATE_LABELS[customerState].toLowerCase()}.{' '}
            {inOneBreath(techniques.map(({ label }) => label))}
          </p>
        </li>
      ))}
    </ul>
  );
}

const SHORT = 180;

function shortened(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT).replace(/\s+\S*$/, '')} …`;
}
