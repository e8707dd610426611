import type { SessionShown, TrainingReport } from '@/db/reports/training.ts';
import type { TrainingPlan } from '@/db/reports/training-plan.ts';
import { formatCounted, formatDate, formatFraction, formatList } from '@/lib/charts/format.ts';
import { inSentence } from '@/lib/charts/sentence-words.ts';
import { effectInShort } from '@/lib/charts/training-words.ts';
import { type ListColumn, toListPanel } from '@/lib/packs/list-panel.ts';
import type { PackPanel } from '@/lib/packs/pack.ts';
import { MODULE_FORM_LABELS } from '@/lib/training/module-forms.ts';

type Names = Readonly<Record<'plan' | 'ahead' | 'held' | 'modules', string>>;

/** What the page of training lists to the viewer, as panels: to some only the sessions that they are asked to. */
export function trainingLists(names: Names, report: TrainingReport): PackPanel[] {
  const { plan, planned, held, seesAll } = report;
  return [
    ...(plan ? [planList(names.plan, plan)] : []),
    sessionsAhead(names.ahead, planned),
    sessionsHeld(names.held, held),
    ...(seesAll ? [modulesList(names.modules, report.modules)] : []),
  ];
}

function planList(name: string, { gaps, process, periodWords }: TrainingPlan): PackPanel {
  const everywhere =
    process.length === 0
      ? ''
      : ` As low in every team, so for the process: ${formatList(process.map(inSentence))}.`;
  return toListPanel(
    {
      id: 'plan',
      name,
      headline:
        gaps.length === 0
          ? 'No gap that the figures support'
          : `${formatCounted(gaps.length, 'gap')} to train next, the most to gain first`,
      subtitle: `Below the standard by more than chance explains, ${periodWords}.${everywhere}`,
      definition:
        'Estimates are shares of opportunities handled effectively, drawn towards the others; handlings more is what reaching the standard would bring in as many opportunities.',
    },
    [
      ['technique', 'Technique', 'text'],
      ['team', 'Team', 'text'],
      ['estimate', 'Estimate', 'share'],
      ['low', '95\u00a0% from', 'share'],
      ['high', '95\u00a0% to', 'share'],
      ['opportunities', 'n', 'count'],
      ['standard', 'Standard', 'share'],
      ['handlings', 'Handlings more', 'decimal'],
      ['modules', 'Modules', 'text'],
      ['cards', 'Cards', 'count'],
      ['planned', 'Planned for', 'date'],
    ],
    gaps.map(({ technique, team, cell, standard, modules, cards, session }) => [
      technique.label,
      team.label,
      cell.estimate,
      cell.interval?.[0] ?? null,
      cell.interval?.[1] ?? null,
      cell.opportunities,
      standard,
      cell.handlings,
      modules.map((module) => module.name).join(', ') || null,
      cards,
      session?.heldOn ?? null,
    ]),
  );
}

const SESSION_COLUMNS: readonly ListColumn[] = [
  ['session', 'Session', 'text'],
  ['day', 'Day', 'date'],
  ['techniques', 'Techniques', 'text'],
  ['teams', 'Teams', 'text'],
  ['asked', 'People asked', 'count'],
];

function sessionsAhead(name: string, sessions: TrainingReport['planned']): PackPanel {
  return toListPanel(
    {
      id: 'ahead',
      name,
      headline:
        sessions.length === 0
          ? 'No session is planned'
          : `${formatCounted(sessions.length, 'session')} ahead`,
      subtitle: 'Modules that are held on a day for one team or several, the next first',
      definition: 'Sessions whose day has not come yet.',
    },
    SESSION_COLUMNS,
    sessions.map(cellsOf),
  );
}

function sessionsHeld(name: string, held: readonly SessionShown[]): PackPanel {
  return toListPanel(
    {
      id: 'held',
      name,
      headline: held.length === 0 ? 'No session was held' : `${formatCounted(held.length, 'session')} held`,
      subtitle:
        'What became of their techniques since then, beside people who were not there; the latest first',
      definition:
        'Change in the share of opportunities handled effectively, in points, less the change among people not trained. Training alone is a weak action.',
    },
    [...SESSION_COLUMNS, ['attended', 'Came', 'text'], ['effect', 'Since then', 'text']],
    held.map(({ session, effect }) => [
      ...cellsOf(session),
      session.unmarked === session.asked ? null : formatFraction(session.attended, session.asked),
      typeof effect === 'string' ? UNTOLD[effect] : effectInShort(effect),
    ]),
  );
}

const UNTOLD = {
  not_yet: 'Too early',
  hidden: 'Not told of so few people',
  not_asked: 'On its own page',
} as const;

function cellsOf({ module, heldOn, techniques, teams, asked }: TrainingReport['planned'][number]) {
  const practised = techniques.map(({ label }) => label).join(', ');
  return [module, heldOn, practised, teams.map(({ name }) => name).join(', ') || null, asked];
}

function modulesList(name: string, modules: TrainingReport['modules']): PackPanel {
  return toListPanel(
    {
      id: 'modules',
      name,
      headline: modules.length === 0 ? 'No module is made yet' : formatCounted(modules.length, 'module'),
      subtitle: 'What can be trained, in which form, and in how many sessions it was',
      definition: 'A module says what is practised, by which form and for which techniques.',
    },
    [
      ['module', 'Module', 'text'],
      ['techniques', 'Techniques', 'text'],
      ['form', 'Form', 'text'],
      ['minutes', 'Minutes', 'count'],
      ['sessions', 'Sessions', 'count'],
      ['made', 'Made', 'text'],
      ['offered', 'Offered', 'text'],
    ],
    modules.map(({ name: module, techniques, form, minutes, sessions, madeAt, retired }) => [
      module,
      techniques.map(({ label }) => label).join(', '),
      MODULE_FORM_LABELS[form],
      minutes,
      sessions,
      formatDate(madeAt.toISOString().slice(0, 10)),
      retired ? 'no more' : 'yes',
    ]),
  );
}
