import type { Outcome } from '../taxonomy/fixed-sets.ts';
import { describeMinutes } from './duration-words.ts';
import type { IncidentRecord, Level } from './incident-record.ts';

const REPEAT_DAYS = 30;
/** Longer ones are told by their number of moves. */
const LONGEST_PATH = 6;

/** What happened, in one sentence: where the case went, how it ended, the customer's emotion, whether it came again. */
export function describeIncident(incident: IncidentRecord): string {
  const parts = [
    describeRoute(incident),
    describeEnd(incident),
    describeEmotion(incident),
    describeRepeat(incident),
  ];
  return capitalised(`${parts.filter(Boolean).join('; ')}.`);
}

/** The short name of an incident: "INC-11 803", its digits parted by a narrow space that does not break. */
export function nameIncident(number: number): string {
  return `INC-${number.toLocaleString('en-GB').replaceAll(',', '\u202f')}`;
}

/** The ordered levels as a line: "Frontline › Supervisor › Technical"; a long one in short. */
export function describePath(path: readonly Level[]): string {
  if (path.length <= LONGEST_PATH) return path.map((level) => level.label).join(' › ');
  return `${path.length - 1} moves between ${joined(distinctLabels(path))}`;
}

/** Whether the time to close is counted in whole days, because one of its ends is only a date. */
export function closesInWholeDays({ occurred, closed }: IncidentRecord): boolean {
  return occurred.precision !== 'minute' || (closed !== null && closed.precision !== 'minute');
}

function describeRoute({ path, teamChanges, channel, kind }: IncidentRecord): string {
  const [first, ...further] = path;
  if (first && further.length === 0) {
    return first.rank === 1
      ? `stayed with ${inSentence(first.label)}`
      : `began and stayed with ${inSentence(first.label)}`;
  }
  if (first && path.length > LONGEST_PATH) {
    const levels = joined(distinctLabels(path).map(inSentence));
    return `moved ${path.length - 1} times between ${levels}, and ended with ${inSentence(path.at(-1)?.label ?? '')}`;
  }
  if (first) return `went from ${inSentence(first.label)} to ${joined(withReturns(path))}`;
  if (teamChanges > 0) return `changed teams ${teamChanges === 1 ? 'once' : `${teamChanges} times`}`;
  return channel ? `${kind} by ${inSentence(channel.label)}` : `${kind} by an unknown channel`;
}

function distinctLabels(path: readonly Level[]): string[] {
  return [...new Set(path.map((level) => level.label))];
}

function withReturns(path: readonly Level[]): string[] {
  return path.slice(1).map((level, index) => {
    const visited = path.slice(0, index + 1).some((before) => before.code === level.code);
    return `${visited ? 'back to ' : ''}${inSentence(level.label)}`;
  });
}

const outcomeWords: Record<Outcome, string> = {
  unknown: '',
  resolved: 'resolved',
  resolved_with_compensation: 'resolved with compensation',
  follow_up_pending: 'a follow-up is pending',
  disengaged_safely: 'safely disengaged',
  unresolved: 'left unresolved',
  customer_lost: 'the customer was lost',
};

function describeEnd(incident: IncidentRecord): string {
  const { outcome, status, minutesToClose } = incident;
  const outcomePart = outcomeWords[outcome];
  if (status === 'open') return [outcomePart, 'still open'].filter(Boolean).join(', ');
  const wholeDays = closesInWholeDays(incident);
  const after = minutesToClose === null ? '' : describeMinutes(minutesToClose, { wholeDays });
  const closed = after.startsWith('the') ? `closed ${after}` : `closed after ${after}`;
  return [after ? closed : '', outcomePart || 'outcome not known'].filter(Boolean).join(', ');
}

function describeEmotion({ intensityBefore, intensityAfter }: IncidentRecord): string {
  if (intensityBefore === null || intensityAfter === null) return '';
  if (intensityAfter === intensityBefore) return `emotion stayed at ${intensityBefore}`;
  return `${intensityAfter < intensityBefore ? 'calmed' : 'rose'} from ${intensityBefore} to ${intensityAfter}`;
}

function describeRepeat({ daysSincePrevious: days, trigger }: IncidentRecord): string {
  if (days === null || days > REPEAT_DAYS || trigger === null) return '';
  const ago = days === 0 ? 'the same day' : `${days} ${days === 1 ? 'day' : 'days'} earlier`;
  return `the same customer had the same trigger ${ago}`;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

// A label begins with a capital letter; inside a sentence it keeps it only where it is an abbreviation ("IT desk").
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
