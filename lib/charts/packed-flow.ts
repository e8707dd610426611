import type { FlowChart } from './flow-model.ts';

/** A flow for the way to the browser: each ribbon as four numbers, since hundreds of them name the same few nodes. */
export interface PackedFlow extends Omit<FlowChart, 'ribbons'> {
  /** Source, target and trigger by their places among the nodes, and the count, one ribbon after the other. */
  ribbons: readonly number[];
}

/** A flow with short ribbons; `unpackFlow` gives it back. */
export function packFlow(chart: FlowChart): PackedFlow {
  const places = new Map(chart.nodes.map(({ id }, place) => [id, place]));
  const placeOf = (id: string) => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`a ribbon ends at no node: ${id}`);
    return place;
  };
  return {
    ...chart,
    ribbons: chart.ribbons.flatMap(({ source, target, trigger, count }) => [
      placeOf(source),
      placeOf(target),
      placeOf(trigger),
      count,
    ]),
  };
}

/** The flow as it was packed, its ribbons in the same order. */
export function unpackFlow({ ribbons, ...chart }: PackedFlow): FlowChart {
  const idAt = (place: number | undefined) => chart.nodes[place ?? -1]?.id ?? '';
  return {
    ...chart,
    ribbons: Array.from({ length: ribbons.length / 4 }, (_, index) => {
      const [source, target, trigger, count = 0] = ribbons.slice(4 * index, 4 * index + 4);
      return { source: idAt(source), target: idAt(target), trigger: idAt(trigger), count };
    }),
  };
}
