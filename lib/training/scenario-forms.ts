import { z } from 'zod';
import { CUES, CUSTOMER_STATES } from '../taxonomy/fixed-sets.ts';
import { line, paragraphs, rowNumber, versionField } from '../workspace/form-fields.ts';
import { techniqueCodes } from './training-forms.ts';

export const LONGEST_TITLE = 120;
const LONGEST_PART = 3000;

/** The words of a card, in their order, and what each is for. */
export const SCENARIO_PARTS = [
  { field: 'situation', label: 'Situation', hint: 'What both players read before they begin.' },
  {
    field: 'hiddenFacts',
    label: 'Hidden facts',
    hint: 'What only the customer knows, and tells when asked well.',
  },
  { field: 'listen', label: 'Listen', hint: 'What good listening looks like here.' },
  { field: 'empathise', label: 'Empathise', hint: 'What shows that the feeling has been understood.' },
  { field: 'ask', label: 'Ask', hint: 'Which questions lead to the hidden facts.' },
  {
    field: 'produce',
    label: 'Produce a solution',
    hint: 'What can be offered, and what is agreed at the end.',
  },
] as const;
export type ScenarioPart = (typeof SCENARIO_PARTS)[number]['field'];

/** The text fields of a card; their names are those of its columns. */
export type ScenarioWords = Record<'title' | ScenarioPart, string>;
export const SCENARIO_FIELDS = ['title', ...SCENARIO_PARTS.map(({ field }) => field)] as const;

const part = (what: string) => paragraphs(what, LONGEST_PART);

const card = {
  title: line('a title: what the card is about', LONGEST_TITLE),
  customerState: z.enum(CUSTOMER_STATES, 'Choose a state from the list.'),
  cues: z.preprocess(
    (given) => (given === undefined || given === '' ? [] : [given].flat()),
    z.array(z.enum(CUES, 'Choose cues from the list.')),
  ),
  situation: part('the situation'),
  hiddenFacts: part('what only the customer knows'),
  listen: part('what good listening looks like'),
  empathise: part('what shows that the feeling has been understood'),
  ask: part('the questions to ask'),
  produce: part('what a solution looks like'),
  techniques: techniqueCodes,
};

/** A card as it is entered, before anybody has said that it may be passed on. */
export const checkedScenarioForm = z.object({ incident: rowNumber, ...card });

const hasRead = z.literal('yes', 'Read the card through and tick that nobody can be recognised in it.');

/** A card that is made from an incident. */
export const scenarioForm = checkedScenarioForm.extend({ read: hasRead });
export type ScenarioEntry = Omit<z.infer<typeof checkedScenarioForm>, 'incident'>;

/** Which card a form was made for, and which state of it. */
export const knownScenario = z.object({ scenarioId: rowNumber, version: versionField });
export type KnownScenario = z.infer<typeof knownScenario>;

export const changeScenarioForm = knownScenario.extend({
  ...card,
  read: hasRead,
  retired: z.preprocess((given) => given === 'yes', z.boolean()),
});
