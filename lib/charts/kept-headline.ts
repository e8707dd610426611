import { formatCounted, formatList } from './format.ts';
import type { PatternState } from './pattern-state.ts';

/** What stands out among the patterns under watch: "3 kept patterns: 1 has come back and 1 shows a concern". */
export function keptHeadline(states: readonly PatternState[]): string {
  if (states.length === 0) return 'No pattern is kept yet';
  const returned = states.filter((state) => state.returned !== null).length;
  const others = states.filter((state) => state.returned === null);
  const count = (wanted: PatternState['verdict']['state']) =>
    others.filter(({ verdict }) => verdict.state === wanted).length;
  const said = [
    ...say(returned, 'has come back', 'have come back'),
    ...say(count('concern'), 'shows a concern', 'show a concern'),
    ...say(count('change'), 'has changed', 'have changed'),
    ...say(count('improvement'), 'improves', 'improve'),
  ];
  const words = said.length > 0 ? formatList(said) : 'none shows a signal now';
  return `${formatCounted(states.length, 'kept pattern')}: ${words}`;
}

function say(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}
