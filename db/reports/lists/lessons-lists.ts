import type { LessonEntryShown, LessonsReport } from '@/db/reports/lessons.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { ownWords } from '@/lib/lessons/evidence-words.ts';
import { toLessonMeasure } from '@/lib/lessons/lesson-measures.ts';
import { MEASURES } from '@/lib/measures/measures.ts';
import { toListPanel } from '@/lib/packs/list-panel.ts';
import type { PackPanel } from '@/lib/packs/pack.ts';

type Names = Readonly<Record<'lessons' | 'unanswered', string>>;

/** What the page of lessons lists, as panels: lessons by how common their issue is, and common issues without one. */
export function lessonsLists(names: Names, report: LessonsReport, seesCounts: boolean): PackPanel[] {
  return [lessonsList(names.lessons, report), ...(seesCounts ? [unanswered(names.unanswered, report)] : [])];
}

function lessonsList(name: string, { groups, retired, found, periodWords }: LessonsReport): PackPanel {
  const shown = groups.flatMap(({ incidents, lessons }) => lessons.map((entry) => cellsOf(entry, incidents)));
  return toListPanel(
    {
      id: 'lessons',
      name,
      headline: found === 0 ? 'No lesson is shared yet' : formatCounted(found, 'lesson'),
      subtitle: `Common issues and what resolves them, the commonest first; incidents ${periodWords}`,
      definition:
        'A lesson says what worked, with the incidents that speak for it. On a day of its own it asks whether it is still true.',
    },
    [
      ['issue', 'Issue', 'text'],
      ['incidents', 'Incidents', 'count'],
      ['lesson', 'Lesson', 'text'],
      ['happens', 'What happens', 'text'],
      ['resolution', 'What resolves it', 'text'],
      ['techniques', 'Techniques', 'text'],
      ['evidence', 'What speaks for it', 'text'],
      ['shared_by', 'Shared by', 'text'],
      ['shared_on', 'Shared', 'text'],
      ['asks_on', 'Asks again', 'date'],
      ['true_until', 'True until', 'date'],
    ],
    [...shown, ...retired.map((entry) => cellsOf(entry, null))],
  );
}

function cellsOf({ lesson, sharedBy, sharedOn, evidence }: LessonEntryShown, incidents: number | null) {
  const { trigger, title, issue, resolution, techniques, measure, askOn, retiredOn } = lesson;
  return [
    trigger.label,
    incidents,
    title,
    issue,
    resolution,
    techniques.map(({ label }) => label).join(', ') || null,
    ownWords(MEASURES[toLessonMeasure(measure)], evidence),
    sharedBy,
    sharedOn,
    retiredOn === null ? askOn : null,
    retiredOn,
  ];
}

function unanswered(name: string, { unanswered: issues, periodWords }: LessonsReport): PackPanel {
  return toListPanel(
    {
      id: 'unanswered',
      name,
      headline:
        issues.length === 0
          ? 'Every common issue has a lesson'
          : `${formatCounted(issues.length, 'common issue')} without a lesson`,
      subtitle: `Incidents by what set them off, ${periodWords}`,
      definition: 'The commonest triggers that no lesson is about, five at most.',
    },
    [
      ['issue', 'Issue', 'text'],
      ['incidents', 'Incidents', 'count'],
    ],
    issues.map(({ label, incidents }) => [label, incidents]),
  );
}
