import { z } from 'zod';
import {
  day,
  line,
  paragraphs,
  paragraphsOrNone,
  rowNumber,
  rowNumbers,
  versionField,
} from '../workspace/form-fields.ts';
import { DEFAULT_LESSON_MEASURE, LESSON_MEASURES } from './lesson-measures.ts';
import { LONGEST_LESSON_TITLE } from './lesson-title.ts';

const LONGEST_WORDS = 3000;

const said = {
  title: line('a title: what worked, in a few words', LONGEST_LESSON_TITLE),
  /** The code of the trigger; 0 where it is about no one in particular. */
  trigger: z.coerce.number().int().min(0).max(32_767),
  issue: paragraphs('the issue as people meet it', LONGEST_WORDS),
  resolution: paragraphs('what resolves it', LONGEST_WORDS),
  techniques: rowNumbers(),
  teams: rowNumbers(),
  askOn: day('the day on which it asks whether it is still true'),
};

/** What worked; `query` is the filters of the incidents that speak for it, as an address has them. */
export const lessonForm = z.object({
  query: z.string().max(20_000).default(''),
  measure: z.enum(LESSON_MEASURES, 'Choose a measure from the list.').default(DEFAULT_LESSON_MEASURE),
  ...said,
});
export type LessonEntry = Omit<z.infer<typeof lessonForm>, 'query' | 'measure'>;

/** Which lesson a form was made for, and which state of it. */
export const knownLesson = z.object({ lessonId: rowNumber, version: versionField });
export type KnownLesson = z.infer<typeof knownLesson>;

export const changeLessonForm = knownLesson.extend(said);

/** Whether a lesson is still true: if so it asks again on another day. */
export const checkLessonForm = knownLesson
  .extend({
    answer: z.enum(['yes', 'no'], 'Say whether it is still true.'),
    note: paragraphsOrNone(LONGEST_WORDS),
    askOn: z.string().trim().default(''),
  })
  .superRefine(({ answer, askOn }, context) => {
    if (answer === 'no') return;
    const [problem] = said.askOn.safeParse(askOn).error?.issues ?? [];
    if (problem) context.addIssue({ code: 'custom', path: ['askOn'], message: problem.message });
  });
export type LessonAnswer = Omit<z.infer<typeof checkLessonForm>, keyof KnownLesson>;
