import { comparePaths } from '../analysis/escalation-path.ts';
import { type Flow, type FlowPlace, type FlowRow, foldFlow } from '../analysis/flow.ts';
import type { DimensionId } from '../filters/dimensions.ts';
import type { Narrowing } from '../filters/filters.ts';
import type { Term, Vocabularies } from '../filters/vocabulary.ts';
import type { Panel, TwinTable } from './chart-model.ts';
import type { ChartContext } from './context.ts';
import type { FlowChart, FlowNode, FlowRibbon } from './flow-model.ts';
import { flowHeadline, foldedWords, pathLabel, placeLabel } from './flow-words.ts';
import { formatCount } from './format.ts';
import { openIncidents } from './open-link.ts';
import { inSentence } from './sentence-words.ts';

const DEFINITION =
  'Every incident once, from the trigger that set it off through its escalation path to its outcome. Paths are the levels in the order in which they were visited; unknown levels are skipped and a level that follows itself counts once. Paths are named by what comes after frontline. The largest eight triggers and seven paths stand by themselves, the others are folded; each column adds up to the same total. Unknown is hatched.';

/** Triggers with a colour of their own: the first eight codes, on every page and in every export. */
const IDENTITIES = 8;

export interface FlowTerms extends Pick<Vocabularies, 'trigger' | 'path' | 'outcome' | 'level'> {
  /** The trigger to colour and follow through, by its id; the largest one unless given. */
  focus?: string;
}

/** From trigger through escalation path to outcome. */
export function flowPanel(
  rows: readonly FlowRow[],
  terms: FlowTerms,
  { periodWords }: Pick<ChartContext, 'periodWords'>,
): Panel<FlowChart> {
  const flow = foldFlow(rows, { ...terms, comparePaths: comparePaths(terms.level) });
  const nodes = toNodes(flow, terms);
  const focus = focusOf(flow, terms.focus);
  const { total } = flow;
  return {
    id: 'flow',
    headline: flowHeadline(flow, terms.level),
    subtitle: subtitle(flow, nodes, focus, periodWords),
    definition: {
      title: 'From trigger to outcome',
      text: `${DEFINITION}${foldedWords(nodes)}`,
      passage: 'counted',
    },
    picture: total === 0 ? null : toFlowChart(flow, nodes, focus),
    empty: total === 0 ? 'No incidents in this period.' : null,
    table: toTable(flow, nodes),
    open: openIncidents(total),
  };
}

function toFlowChart(flow: Flow, nodes: readonly FlowNode[], focus: string | null): FlowChart {
  const ribbons = new Map<string, FlowRibbon>();
  const add = (source: string, target: string, trigger: string, count: number) => {
    const key = `${source} ${target} ${trigger}`;
    const ribbon = ribbons.get(key);
    if (ribbon) ribbon.count += count;
    else ribbons.set(key, { source, target, trigger, count });
  };
  for (const { trigger, path, outcome, count } of flow.links) {
    add(trigger, path, trigger, count);
    add(path, outcome, trigger, count);
  }
  return {
    kind: 'flow',
    columnTitles: ['Trigger', 'Path after frontline', 'Outcome'],
    nodes,
    ribbons: [...ribbons.values()],
    focus,
    total: flow.total,
  };
}

function toNodes(flow: Flow, { level }: FlowTerms): FlowNode[] {
  const nodesOf = (
    places: readonly FlowPlace[],
    column: 0 | 1 | 2,
    nameOf: (term: Term) => string = ({ label }) => label,
  ) =>
    places.map(
      (place): FlowNode => ({
        id: place.key,
        column,
        label: placeLabel(place, COLUMNS[column], nameOf),
        count: place.count,
        identity: column === 0 ? identity(place) : null,
        unknown: place.unknown,
        folded: place.terms.length > 1 ? place.terms.map(nameOf) : [],
        open: narrow(place, COLUMNS[column]),
      }),
    );
  return [
    ...nodesOf(flow.triggers, 0),
    ...nodesOf(flow.paths, 1, (term) => pathLabel(term, level)),
    ...nodesOf(flow.outcomes, 2),
  ];
}

const COLUMNS = ['trigger', 'path', 'outcome'] as const satisfies readonly DimensionId[];

function identity({ terms, unknown }: FlowPlace): number | null {
  const code = terms[0]?.code ?? 0;
  return terms.length === 1 && !unknown && code <= IDENTITIES ? code : null;
}

function narrow({ terms }: FlowPlace, dimension: DimensionId): Narrowing | null {
  const [first] = terms;
  return terms.length === 1 && first ? { selections: [{ dimension, value: first.id }] } : null;
}

/** Where one trigger is all there is, a colour would tell it from nothing. */
function focusOf({ triggers }: Flow, asked: string | undefined): string | null {
  if (triggers.length < 2) return null;
  const named = triggers.find(({ terms }) => terms.length === 1 && terms[0]?.id === asked);
  return (named ?? triggers.find(({ terms, unknown }) => terms.length === 1 && !unknown))?.key ?? null;
}

function subtitle(flow: Flow, nodes: readonly FlowNode[], focus: string | null, periodWords: string): string {
  const unknown = [...unknownWords('path', flow.paths), ...unknownWords('outcome', flow.outcomes)].join(', ');
  const coloured = nodes.find(({ id }) => id === focus);
  return [
    `Incidents by trigger, escalation path and outcome, ${periodWords}, n\u00a0${formatCount(flow.total)}, none left out; left to right by the procedure.`,
    unknown ? `Hatched: ${unknown}.` : 'Every path and outcome is known.',
    ...(coloured ? [`In colour: ${inSentence(coloured.label)}, followed to its outcomes.`] : []),
  ].join(' ');
}

function unknownWords(what: string, places: readonly FlowPlace[]): string[] {
  const count = places.find((place) => place.unknown)?.count ?? 0;
  return count > 0 ? [`${what} unknown for ${formatCount(count)}`] : [];
}

function toTable(flow: Flow, nodes: readonly FlowNode[]): TwinTable {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  // Of equal flows the one that stands higher in the picture is first, as they are given.
  const links = [...flow.links].sort((one, other) => other.count - one.count);
  return {
    columns: [
      { id: 'trigger', label: 'Trigger', form: 'text' },
      { id: 'path', label: 'Beyond frontline', form: 'text' },
      { id: 'outcome', label: 'Outcome', form: 'text' },
      { id: 'count', label: 'Incidents', form: 'count' },
      { id: 'share', label: 'Share of all', form: 'share' },
    ],
    rows: links.map(({ trigger, path, outcome, count }) => {
      const [from, by, to] = [byId.get(trigger), byId.get(path), byId.get(outcome)];
      return {
        cells: [from?.label ?? '', by?.label ?? '', to?.label ?? '', count, count / flow.total],
        open: from?.open && by?.open && to?.open ? both(both(from.open, by.open), to.open) : null,
      };
    }),
    total: ['Total', null, null, flow.total, flow.total === 0 ? null : 1],
  };
}

function both(one: Narrowing, other: Narrowing): Narrowing {
  return { selections: [...(one.selections ?? []), ...(other.selections ?? [])] };
}
