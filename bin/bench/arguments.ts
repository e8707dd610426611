import { resolve } from 'node:path';
import { readerOf } from '../command/arguments.ts';
import { type Result, STAGES, type Stage } from './result.ts';

export type Size = Pick<Result, 'incidents' | 'made'>;

/** What is to be measured. */
export interface BenchmarkPlan {
  sizes: readonly Size[];
  /** What of it is measured; the rest stays as it was measured last. */
  stages: readonly Stage[];
  /** Holds a home for each size, so that the next benchmark finds it. */
  home: string;
  json: boolean;
  /** How often each thing is measured, and how often it is done before that. */
  runs: number;
  warm: number;
  /** After how many minutes a stage begins nothing new. */
  minutes: number;
  /** Facts that are made directly have the incidents of a record of this size, each as often as is needed. */
  directFrom: number;
  /** Null: where there is a built program and a browser. */
  pages: boolean | null;
  /** Where the document goes. */
  document: string;
}

const DOCUMENT = 'docs/benchmarks.md';
const WARM = 5;
const DIRECT_FROM = 10_000_000;

const { read, refusal, wholeNumber } =
  readerOf(`Usage: npm run bench -- --incidents N [--direct] [--home DIR] [--only STAGES] [--runs N] [--minutes N]
       [--pages | --no-pages] [--document FILE] [--json]
       npm run bench -- --grow [...]
Measures reports, panels and questions on about N incidents of the sample, on the facts and on the record, and writes
${DOCUMENT}. The sample is kept in DIR (.lookback-bench unless given). From ${DIRECT_FROM} incidents on, or with --direct,
facts are made directly. --only measures some of ${STAGES.join(', ')}, parted by commas, and
leaves the rest as it was measured last. After --minutes a stage begins nothing new. Each stage is kept when it ends. --grow measures 10 thousand, 100 thousand, 1 million, 3 million and, directly, 10 million.`);

const GROWING: readonly Size[] = [
  { incidents: 10_000, made: 'record' },
  { incidents: 100_000, made: 'record' },
  { incidents: 1_000_000, made: 'record' },
  { incidents: 3_000_000, made: 'record' },
  { incidents: 10_000_000, made: 'direct' },
];

/** Reads the arguments of the command. Throws Invalid with the usage. */
export function readPlan(args: string[], root: string): BenchmarkPlan {
  const options = {
    incidents: { type: 'string' },
    grow: { type: 'boolean', default: false },
    direct: { type: 'boolean', default: false },
    home: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '60' },
    pages: { type: 'boolean' },
    document: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values } = read({ args, options, allowNegative: true });
  if (values.grow === (values.incidents !== undefined)) throw refusal('Give either --incidents or --grow.');
  return {
    sizes: values.grow ? GROWING : [toSize(values.incidents ?? '', values.direct)],
    stages: values.only === undefined ? STAGES : values.only.split(',').map(toStage),
    home: resolve(values.home ?? `${root}/.lookback-bench`),
    json: values.json,
    runs: wholeNumber('--runs', values.runs, 1, 10_000),
    warm: WARM,
    minutes: wholeNumber('--minutes', values.minutes, 1, 10_000),
    directFrom: 100_000,
    pages: values.pages ?? null,
    document: resolve(values.document ?? `${root}/${DOCUMENT}`),
  };
}

function toStage(text: string): Stage {
  const stage = STAGES.find((one) => one === text);
  if (!stage) throw refusal(`--only takes ${STAGES.join(', ')}, not "${text}".`);
  return stage;
}

function toSize(text: string, direct: boolean): Size {
  const incidents = wholeNumber('--incidents', text.replaceAll('_', ''), 100, 100_000_000);
  return { incidents, made: direct || incidents >= DIRECT_FROM ? 'direct' : 'record' };
}
