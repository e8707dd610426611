import { z } from 'zod';
import { MEASURE_IDS, type MeasureId } from '../measures/measure-ids.ts';
import { REDACTION_MODES, type RedactionMode } from '../privacy/redaction-mode.ts';
import { KEEP_ALL, LONGEST_RETENTION, type Retention } from '../privacy/retention.ts';
import type { RuleSetId } from '../statistics/rules.ts';

/** The sets of rules that a workspace can judge its control charts by. */
export const RULE_SET_IDS = [
  'nhs',
  'western_electric',
  'nelson',
  'anhoej',
] as const satisfies readonly RuleSetId[];

export const BUCKET_DEFAULTS = ['week', 'month'] as const;
export type BucketDefault = (typeof BUCKET_DEFAULTS)[number];

export const CARDS = 6;
export const LONGEST_REPORT_DAYS = 3650;

/** What an organisation has decided about its figures and its words. */
export interface WorkspaceSettings {
  /** A cell of staff figures with fewer incidents or agents is hidden from whom it could point at somebody. */
  minimumIncidents: number;
  minimumAgents: number;
  /** How many severe incidents an agent may have in a week before the week is listed. */
  severeIncidentsPerWeek: number;
  /** A share of a technique is told from so many opportunities on. */
  minimumOpportunities: number;
  /** The share of opportunities that should be handled effectively; null for the median of the teams. */
  skillStandard: number | null;
  /** The measures on the cards of the overview, in their order: six, each once. */
  cardMeasures: readonly MeasureId[];
  ruleSet: RuleSetId;
  bucket: BucketDefault;
  /** What becomes of personal data in people's words when they are written. */
  redaction: RedactionMode;
  /** What is removed after how many months. */
  retention: Retention;
  /** For how many days reports are kept, with their figures and files. */
  reportDays: number;
}

export const DEFAULT_CARDS: readonly MeasureId[] = [
  'incidents',
  'escalation_rate',
  'resolution_rate',
  'time_to_close',
  'repeat_rate',
  'de_escalation_rate',
];

export const DEFAULT_SETTINGS: WorkspaceSettings = {
  minimumIncidents: 5,
  minimumAgents: 3,
  severeIncidentsPerWeek: 3,
  minimumOpportunities: 5,
  skillStandard: null,
  cardMeasures: DEFAULT_CARDS,
  ruleSet: 'nhs',
  bucket: 'week',
  redaction: 'sealed',
  retention: KEEP_ALL,
  reportDays: 30,
};

/**
 * The settings as the record holds them. What is missing, or of a form that this program does not know, is at its
 * default; a measure that there is no more leaves its card to the next default one.
 */
export function toWorkspaceSettings(stored: unknown): WorkspaceSettings {
  const { cardMeasures, ...others } = storedSettings.parse(stored);
  const known = cardMeasures.filter((id): id is MeasureId => MEASURE_IDS.some((each) => each === id));
  const cards = [...new Set([...known, ...DEFAULT_CARDS])].slice(0, CARDS);
  return { ...others, cardMeasures: cards };
}

const atLeastOne = z.number().int().min(1);

const months = z.number().int().min(1).max(LONGEST_RETENTION).nullable().catch(null);
const retention = z.object({
  words: months,
  originals: months,
  identities: months,
  remarks: months,
  incidents: months,
});

const storedSettings = z
  .object({
    minimumIncidents: atLeastOne.catch(DEFAULT_SETTINGS.minimumIncidents),
    minimumAgents: atLeastOne.catch(DEFAULT_SETTINGS.minimumAgents),
    severeIncidentsPerWeek: atLeastOne.catch(DEFAULT_SETTINGS.severeIncidentsPerWeek),
    minimumOpportunities: atLeastOne.catch(DEFAULT_SETTINGS.minimumOpportunities),
    skillStandard: z.number().gt(0).lt(1).nullable().catch(DEFAULT_SETTINGS.skillStandard),
    cardMeasures: z.array(z.string()).catch([...DEFAULT_CARDS]),
    ruleSet: z.enum(RULE_SET_IDS).catch(DEFAULT_SETTINGS.ruleSet),
    bucket: z.enum(BUCKET_DEFAULTS).catch(DEFAULT_SETTINGS.bucket),
    redaction: z.enum(REDACTION_MODES).catch(DEFAULT_SETTINGS.redaction),
    retention: retention.catch(KEEP_ALL),
    reportDays: z.number().int().min(1).max(LONGEST_REPORT_DAYS).catch(DEFAULT_SETTINGS.reportDays),
  })
  .catch({ ...DEFAULT_SETTINGS, cardMeasures: [...DEFAULT_CARDS] });
