import { cancelStatements } from '@/db/benchmark/cancel-statements.ts';
import { startDirectFacts } from '@/db/benchmark/direct-facts.ts';
import { type Facts, startFacts } from '@/db/facts/facts.ts';
import type { OpenRecords } from '@/db/records.ts';
import type { During } from './during.ts';
import { memoryOfTree } from './machine.ts';
import type { Compared } from './result.ts';
import { listSubjects, type Place, type Subject } from './subjects.ts';
import { type Effort, type Times, timeLimit } from './time-each.ts';
import { timeParts } from './time-parts.ts';

export interface Runs extends Effort {
  minutes: number;
  place: Place;
  queries: readonly string[];
  say: (line: string) => void;
}

/** Time for thirty-five of everything at a million incidents, of which the pattern scan takes the record a minute. */
const RECORD_SECONDS = 3000;

/** And no more than this for one of them. */
const MOST_SECONDS = 180;

/** The same of the copy; with ten times as many the longest are done less often. */
const FACTS_SECONDS = 200;

/** What shows rows or narratives of the record, which does not have the numbers of facts made directly. */
const OF_THE_RECORD = [
  'list of incidents',
  'palette',
  'themes',
  'search, rare words',
  'search, common words',
];

const NEVER = 2 ** 30;

/** The reports, their parts beside their limits, and the questions, as far as they are wanted, of a copy of the facts. */
export async function timeOnFacts(
  facts: Facts,
  isDirect: boolean,
  runs: Runs,
  during: During,
): Promise<void> {
  const subjects = listSubjects(runs.place).filter(({ name }) => !isDirect || !OF_THE_RECORD.includes(name));
  const effort = { ...runs, seconds: FACTS_SECONDS };
  await during('reports', async () => {
    const isLate = timeLimit(runs.minutes);
    const whole = await timeAll(ofKind(subjects, 'report'), effort, isLate);
    const memoryMb = memoryOfTree(process.pid);
    const beside = await timeParts(facts, runs.place, runs.queries, { ...effort, isLate });
    const parts = beside.map((part): Compared => ({ kind: 'part', record: null, ...part }));
    return { compared: [...whole.map(toFacts), ...parts], memoryMb };
  });
  await during('questions', async () => {
    const questions = await timeAll(ofKind(subjects, 'question'), effort, timeLimit(runs.minutes));
    return { compared: questions.map(toFacts) };
  });
}

/** The same of the record itself. */
export async function timeOnRecord(runs: Runs, during: During): Promise<void> {
  const subjects = listSubjects(runs.place).toSorted((one, other) => lastOf(one) - lastOf(other));
  const giveUp = () => cancelStatements(runs.place.record);
  const effort = { ...runs, seconds: RECORD_SECONDS, most: { seconds: MOST_SECONDS, giveUp } };
  const time = async (...kinds: Compared['kind'][]) => {
    const timed = await timeAll(
      subjects.filter(({ kind }) => kinds.includes(kind)),
      effort,
      timeLimit(runs.minutes),
    );
    return { compared: timed.map(toRecord) };
  };
  await during('questions-record', () => time('question'));
  await during('reports-record', () => time('report', 'part'));
}

/** A copy of the record that stays as it is; with a number, made directly with each incident so many times. */
export async function openFacts(opened: OpenRecords, times: number | null): Promise<Facts> {
  if (times !== null) return startDirectFacts(opened, times);
  const errors: unknown[] = [];
  const facts = startFacts(opened, (error) => errors.push(error), NEVER);
  await facts.refresh();
  if (errors.length > 0) throw errors[0];
  return facts;
}

/** Without times where there was none left. */
type Timed = Pick<Compared, 'kind' | 'name'> & { times: Times | null };

function toFacts({ times, ...one }: Timed): Compared {
  return { ...one, facts: times, record: null, limit: null };
}

/** What takes the record longest comes when all else is there. */
function lastOf({ name }: Subject): number {
  return SLOW_ON_RECORD.indexOf(name);
}

const SLOW_ON_RECORD = ['weeks for watch-lists', 'pattern scan'];

function toRecord({ times, ...one }: Timed): Compared {
  return { ...one, facts: null, record: times, limit: null };
}

async function timeAll(
  subjects: readonly Subject[],
  { queries, warm, seconds, most, say }: Runs,
  isLate: () => boolean,
): Promise<Timed[]> {
  const all: Timed[] = [];
  for (const { kind, name, time } of subjects) {
    if (isLate()) {
      say(`No time is left for ${kind} ${name}`);
      all.push({ kind, name, times: null });
      continue;
    }
    const times = await time(queries, { warm, ...(seconds ? { seconds } : {}), ...(most ? { most } : {}) });
    say(
      `${kind} ${name}: ${times.median.toFixed(1)} ms, ${times.runs} times${times.isCut ? ', given up' : ''}`,
    );
    all.push({ kind, name, times });
  }
  return all;
}

function ofKind(subjects: readonly Subject[], kind: Compared['kind']): Subject[] {
  return subjects.filter((subject) => subject.kind === kind);
}
