import { countIncidents } from '@/db/queries/incident-counts.ts';
import { countByTrigger } from '@/db/queries/incident-patterns.ts';
import { listNarratives, sampleNumbers } from '@/db/queries/narratives.ts';
import type { Reading } from '@/db/reports/reading.ts';
import type { Asked } from '@/db/where.ts';
import { may } from '@/lib/access.ts';
import { findExamples } from '@/lib/analysis/themes/find-examples.ts';
import { findThemes } from '@/lib/analysis/themes/find-themes.ts';
import { type Side, type WordTally, wordTally } from '@/lib/analysis/themes/tally-words.ts';
import { inSentence } from '@/lib/charts/sentence-words.ts';
import { shownPhrases, type ThemesPanel, themesPanel } from '@/lib/charts/themes-panel.ts';
import { windowWords } from '@/lib/filters/day-words.ts';
import type { Narrowing } from '@/lib/filters/filters.ts';

/** Of each side at most so many incidents are read, and of long narratives fewer: the words of a page take two seconds at most. */
export const SAMPLE_A_SIDE = { incidents: 30_000, characters: 10_000_000 };

const BATCH = 2500;
/** Sentences are looked for in so many narratives: a word that is told stands in the first of them. */
const FOR_EXAMPLES = 5000;
const CHOICES = 4;

/** What can be set apart: the filters of the page against all else, or a trigger against the others. */
export interface ThemeChoice {
  /** Of a trigger; null: the filters. */
  id: string | null;
  label: string;
  chosen: boolean;
}

/** The words of what is chosen, and what else can be. */
export interface ChosenThemes extends ThemesPanel {
  choices: readonly ThemeChoice[];
}

interface Subject {
  of: string;
  narrowing: Narrowing;
  selected: Asked;
  /** What the selection is a part of; the rest is what of it is not selected. */
  among: Asked;
}

/**
 * Which words the narratives of a selection use more than others: of a trigger by its id, else of the page's filters
 * against the rest of the period, else of the commonest trigger. Who may not see incidents gets no sentences.
 */
export async function askThemes(
  reading: Reading,
  wanted: string | null,
  most = SAMPLE_A_SIDE,
): Promise<ChosenThemes> {
  const { snapshot, viewer, windows } = reading;
  const choices = await listChoices(reading, wanted);
  const { of, narrowing, selected, among } = toSubject(reading, choices);
  const [inSelection, inAll, own, others] = await Promise.all([
    countIncidents(snapshot, viewer, selected),
    countIncidents(snapshot, viewer, among),
    sampleNumbers(snapshot, viewer, selected, null, most.incidents),
    sampleNumbers(snapshot, viewer, among, selected, most.incidents),
  ]);
  const tally = wordTally();
  const [kept, rest] = await Promise.all([
    readSide(reading, tally, 'selected', own, most.characters),
    readSide(reading, tally, 'rest', others, most.characters),
  ]);
  const found = findThemes(tally);
  const examples = may(viewer, 'see_incidents') ? findExamples(shownPhrases(found), kept.first) : new Map();
  const asked = {
    ...found,
    of,
    narrowing,
    incidents: { selected: inSelection, rest: inAll - inSelection },
    sampled: { selected: kept.incidents, rest: rest.incidents },
    narratives: tally.narratives,
    most,
  };
  return { ...themesPanel(asked, examples, { periodWords: windowWords(windows.current) }), choices };
}

async function listChoices(
  { snapshot, viewer, asked, filters, vocabularies }: Reading,
  wanted: string | null,
): Promise<ThemeChoice[]> {
  const counts = await countByTrigger(snapshot, viewer, asked);
  const ranked = counts
    .filter(({ trigger }) => trigger > 0)
    .sort((one, other) => other.count - one.count || one.trigger - other.trigger)
    .flatMap(({ trigger }) => vocabularies.trigger.find(({ code }) => code === trigger) ?? []);
  const isFiltered = filters.selections.length > 0 || filters.measure !== null;
  const known = vocabularies.trigger.find(({ id, code }) => id === wanted && code > 0);
  const chosen = known?.id ?? (isFiltered ? null : (ranked[0]?.id ?? null));
  const offered = ranked.slice(0, CHOICES);
  const triggers = known && !offered.includes(known) ? [...offered, known] : offered;
  return [
    ...(isFiltered || triggers.length === 0 ? [{ id: null, label: 'These filters' }] : []),
    // Under a filter that leaves one trigger there is nothing to set it apart from.
    ...(ranked.length > 1 || !isFiltered ? triggers.map(({ id, label }) => ({ id, label })) : []),
  ].map((choice) => ({ ...choice, chosen: choice.id === chosen }));
}

function toSubject({ asked, vocabularies }: Reading, choices: readonly ThemeChoice[]): Subject {
  const id = choices.find(({ chosen }) => chosen)?.id;
  const term = vocabularies.trigger.find((each) => each.id === id);
  if (!term) {
    const among = { ...asked, selections: [], measure: null };
    return { of: 'these filters', narrowing: {}, selected: asked, among };
  }
  const selection = { dimension: 'trigger', exclude: false, codes: [term.code] } as const;
  return {
    of: inSentence(term.label),
    narrowing: { selections: [{ dimension: 'trigger', value: term.id }] },
    selected: { ...asked, selections: [...asked.selections, selection] },
    among: asked,
  };
}

interface ReadSide {
  /** How many incidents of the sample were looked at. */
  incidents: number;
  /** The first narratives, in the order of the sample. */
  first: { number: number; narrative: string }[];
}

/** Counts the words of a side in the order of its sample, until that or the characters are at their end; the next ones are fetched meanwhile. */
async function readSide(
  { record, viewer }: Reading,
  tally: WordTally,
  side: Side,
  numbers: readonly number[],
  characters: number,
): Promise<ReadSide> {
  const first: ReadSide['first'] = [];
  const fetch = (from: number) => listNarratives(record, viewer, numbers.slice(from, from + BATCH));
  let [incidents, read] = [0, 0];
  let next = numbers.length > 0 ? fetch(0) : null;
  while (next) {
    const texts = new Map((await next).map(({ number, narrative }) => [number, narrative]));
    const batch = numbers.slice(incidents, incidents + BATCH);
    next = incidents + BATCH < numbers.length ? fetch(incidents + BATCH) : null;
    for (const number of batch) {
      incidents += 1;
      const narrative = texts.get(number);
      if (narrative === undefined) continue;
      tally.add(side, narrative);
      read += narrative.length;
      if (first.length < FOR_EXAMPLES) first.push({ number, narrative });
      if (read >= characters) {
        await next;
        return { incidents, first };
      }
    }
  }
  return { incidents, first };
}
