import { z } from 'zod';
import { MEASURE_IDS } from '../measures/measure-ids.ts';
import { line, rowNumber, versionField } from '../workspace/form-fields.ts';
import { FACTOR_CATEGORIES } from './factor-categories.ts';
import { LONGEST_NAME, WHYS } from './longest-name.ts';
import { PATTERN_STATUSES } from './pattern-status.ts';

const LONGEST_LINE = 300;
const LONGEST_NOTE = 4000;

const name = line('a name: what goes wrong, in a few words', LONGEST_NAME);
const better = z.enum(['lower', 'higher'], 'Choose which direction counts as better.');
const owner = z.string().regex(/^account:[0-9a-f-]{36}$/, 'Choose an owner from the list.');
const status = z.enum(PATTERN_STATUSES, 'Choose a status from the list.');

/** A finding that is to be kept; `query` is the filters of the page that it was found on, as its address has them. */
export const keepForm = z.object({
  query: z.string().max(20_000).default(''),
  name,
  measure: z.enum(MEASURE_IDS, 'Choose a measure from the list.').default('incidents'),
  better: better.default('lower'),
});
export type KeepEntry = Omit<z.infer<typeof keepForm>, 'query'>;

/** Which pattern a form was made for, and which state of it. */
export const knownPattern = z.object({ patternId: rowNumber, version: versionField });
export type KnownPattern = z.infer<typeof knownPattern>;

export const changePatternForm = knownPattern.extend({ name, owner, status });
export type PatternEntry = Omit<z.infer<typeof changePatternForm>, keyof KnownPattern>;

/** Text of several lines. */
const paragraphs = z
  .string('Write something.')
  .trim()
  .min(1, 'Write something.')
  .max(LONGEST_NOTE, `Use at most ${LONGEST_NOTE.toLocaleString('en-GB')} characters.`)
  .regex(/^(?:\P{Cc}|[\n\r\t])*$/u, 'Leave out control characters.');

export const noteForm = z.object({ patternId: rowNumber, text: paragraphs });

export const linkForm = z.object({
  patternId: rowNumber,
  incident: z
    .string('Give the number of an incident.')
    .trim()
    .regex(/^(?:INC-)?[\d\s]{1,14}$/i, 'Give the number of an incident, such as INC-412.')
    .transform((text) => Number(text.replace(/\D/g, '')))
    .refine((number) => number >= 1 && number <= 2_147_483_647, 'Give the number of an incident.'),
});

export const unlinkForm = z.object({ patternId: rowNumber, incident: rowNumber });

export const factorForm = knownPattern.extend({
  category: z.enum(FACTOR_CATEGORIES, 'Choose a branch from the list.'),
  text: line('a few words that say what contributed', 80),
});

/** What becomes of a coded factor in the drawing: other words, another branch, or left out. */
export const codedFactorForm = factorForm.extend({
  rootCause: z.coerce.number().int().min(1).max(32_767),
  isLeftOut: z.preprocess((given) => given === 'yes', z.boolean()),
});

export const removeFactorForm = knownPattern.extend({ factorId: rowNumber });

export interface Why {
  question: string;
  answer: string;
  evidence: string | null;
}

const cell = z
  .string()
  .trim()
  .max(LONGEST_LINE, `Use at most ${LONGEST_LINE} characters.`)
  .regex(/^\P{Cc}*$/u, 'Leave out line breaks and other control characters.')
  .default('');

const CELLS = Object.fromEntries(
  Array.from({ length: WHYS }, (_, index) =>
    ['question', 'answer', 'evidence'].map((part) => [`${part}${index + 1}`, cell] as const),
  ).flat(),
);

/**
 * The whys as a form sends them, in their order: `question1`, `answer1`, `evidence1` and so on. Those without a word
 * are left out; a question needs its answer, and an answer its question.
 */
export const whysForm = z
  .object({ ...knownPattern.shape, ...CELLS })
  .superRefine((given, context) => {
    for (const { seq, question, answer, evidence } of rowsOf(given)) {
      const missing = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [`${path}${seq}`], message });
      if (question === '' && (answer !== '' || evidence !== ''))
        missing('question', 'Give the question, too.');
      if (answer === '' && question !== '') missing('answer', 'Give the answer, too.');
    }
  })
  .transform((given): KnownPattern & { whys: Why[] } => ({
    patternId: given.patternId,
    version: given.version,
    whys: rowsOf(given).flatMap(({ question, answer, evidence }) =>
      question === '' ? [] : [{ question, answer, evidence: evidence || null }],
    ),
  }));

function rowsOf(given: object) {
  const fields = given as Readonly<Record<string, unknown>>;
  return Array.from({ length: WHYS }, (_, index) => {
    const seq = index + 1;
    const said = (part: string) => String(fields[`${part}${seq}`] ?? '');
    return { seq, question: said('question'), answer: said('answer'), evidence: said('evidence') };
  });
}
