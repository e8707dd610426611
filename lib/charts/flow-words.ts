import { toEscalationPath } from '../analysis/escalation-path.ts';
import type { Flow, FlowPlace } from '../analysis/flow.ts';
import type { Term } from '../filters/vocabulary.ts';
import type { FlowNode } from './flow-model.ts';
import { formatCount, formatCounted, formatFraction, formatList } from './format.ts';
import { inSentence } from './sentence-words.ts';

/** "frontline only", "› supervisor › technical" (after frontline), "technical only", "Path unknown". */
export function pathLabel(path: Term, levels: readonly Term[]): string {
  const found = toEscalationPath(path, levels);
  if (!found) return 'Path unknown';
  const names = found.levels.map(({ label }) => inSentence(label));
  if (names.length === 1) return `${names[0]} only`;
  return found.beginsAtFrontline ? `› ${names.slice(1).join(' › ')}` : names.join(' › ');
}

/** The name of a place of the flow: its value, or how many small ones it stands for. */
export function placeLabel(place: FlowPlace, noun: string, label: (term: Term) => string): string {
  const [first] = place.terms;
  return place.terms.length === 1 && first ? label(first) : `${place.terms.length} other ${noun}s`;
}

/** A node in full: "Billing error: 412", "4 other triggers: 38, which are Dispute or legal matter, …". */
export function nodeWords({ label, count, folded = [] }: FlowNode): string {
  const which = folded.length > 0 ? `, which are ${formatList(folded)}` : '';
  return `${label}: ${formatCount(count)}${which}`;
}

/** What is folded, for the definition: "4 other triggers are … and …."; nothing where nothing is. */
export function foldedWords(nodes: readonly FlowNode[]): string {
  return nodes
    .map(({ label, folded = [] }) => (folded.length > 0 ? ` ${label} are ${formatList(folded)}.` : ''))
    .join('');
}

/** How far incidents go: what frontline handles by itself, and where the others go most often. */
export function flowHeadline(flow: Flow, levels: readonly Term[]): string {
  const unknown = flow.paths.find((place) => place.unknown)?.count ?? 0;
  const known = flow.total - unknown;
  if (flow.total === 0) return 'No incidents in this period';
  if (known === 0) return `No escalation path is recorded for ${formatCounted(flow.total, 'incident')}`;
  const single = flow.paths.filter(({ terms, unknown: hatched }) => terms.length === 1 && !hatched);
  const isFrontline = ({ terms }: FlowPlace) =>
    !!terms[0] && toEscalationPath(terms[0], levels)?.frontlineOnly === true;
  const handled = single.filter(isFrontline).reduce((sum, { count }) => sum + count, 0);
  const beyond = single.filter((place) => !isFrontline(place)).sort((one, other) => other.count - one.count);
  if (handled === known) return `Frontline handles all ${formatCounted(known, 'incident')} by itself`;
  const often = mostOften(beyond, levels);
  if (handled === 0)
    return `All ${formatCounted(known, 'incident')} with a known path go beyond frontline${often}`;
  const further = `${formatCount(known - handled)} go further${often}`;
  return `Frontline handles ${formatFraction(handled, known)} incidents by itself; ${further}`;
}

function mostOften([first, second]: readonly FlowPlace[], levels: readonly Term[]): string {
  const term = first?.terms[0];
  if (!first || !term || first.count === second?.count) return '';
  return `, most often ${pathLabel(term, levels)} (${formatCount(first.count)})`;
}
