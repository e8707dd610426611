import type { RankedLevel } from '@/lib/intake/derive-path.ts';
import { inTimeOrder } from '@/lib/intake/derive-waits.ts';
import type { DraftStep, IncidentDraft } from '@/lib/intake/incident-draft.ts';
import type { IncidentTexts } from '@/lib/privacy/redact-incident.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import {
  BASES,
  CLOCK_CHANGES,
  CUES,
  CUSTOMER_STATES,
  ESCALATION_REASONS,
  FOLLOW_UP_REASONS,
  KINDS,
  OBSERVATIONS,
  OBSERVERS,
  OUTCOMES,
  PRECISIONS,
  STATUSES,
  toCode,
} from '@/lib/taxonomy/fixed-sets.ts';
import { customerKey } from './find-references.ts';
import type { LevelTerm, Terms } from './find-terms.ts';
import type { Codes, IncidentWrite, ReadyIncident, SaidColumns, StepWrite } from './incident-write.ts';

/** Turns a draft's words and ids into the record's codes. An id that a vocabulary lacks becomes "not known". */
export function toWrite(ready: ReadyIncident, codes: Codes): IncidentWrite {
  const { incidentId, draft } = ready;
  const { topic, narrative, resolution, sourceRows } = toTexts(ready);
  return {
    said: toSaid(ready, codes),
    text: { incidentId, topic, narrative, resolution, sourceRows: [...sourceRows], redactedWith: null },
    steps: stepsOf(draft).map((step, index) => toStep(incidentId, step, index + 1, codes)),
    cues: [...new Set(draft.cues)].map((cue) => ({ incidentId, cue: toCode(CUES, cue) })),
    techniques: draft.techniques.flatMap(({ technique, observation }, index) => {
      const code = codes.terms.technique.get(technique);
      const observed = {
        observer: toCode(OBSERVERS, 'agent'),
        observation: toCode(OBSERVATIONS, observation),
        seq: index + 1,
      };
      return code === undefined ? [] : [{ incidentId, technique: code, ...observed }];
    }),
    followUps: draft.followUps.map(({ reason, ...promise }, index) => ({
      incidentId,
      seq: index + 1,
      ...promise,
      reason: toCode(FOLLOW_UP_REASONS, reason),
    })),
  };
}

/** Everything in words that an incident comes with, its steps in order. */
export function toTexts({ draft, rows }: ReadyIncident): IncidentTexts {
  const { topic, narrative, resolution } = draft;
  return {
    topic,
    narrative,
    resolution,
    steps: stepsOf(draft).map(({ note }) => note),
    followUps: draft.followUps.map(({ promise }) => promise),
    // As pairs: the record would not keep the order of an object's columns.
    sourceRows: rows.map(({ line, fields }) => ({ line, fields: Object.entries(fields) })),
  };
}

/** The levels that a draft's steps count as, in order. */
export function toLevels(draft: IncidentDraft, terms: Terms): RankedLevel[] {
  return stepsOf(draft).map((step) => levelOf(step, terms).counted);
}

const stepsOf = ({ steps }: IncidentDraft) => inTimeOrder(steps, (step) => step.moment?.at ?? null);

const levelOf = (step: DraftStep, { level }: Terms): LevelTerm => level.get(step.level) ?? NO_LEVEL;
const NO_LEVEL: LevelTerm = { code: UNKNOWN_CODE, counted: { code: UNKNOWN_CODE, rank: 0 } };

function toSaid({ incidentId, draft, contentHash }: ReadyIncident, codes: Codes): SaidColumns {
  const { terms, references, products } = codes;
  return {
    incidentId,
    source: references.source.get(draft.source.id) ?? UNKNOWN_CODE,
    externalId: draft.externalId,
    kind: toCode(KINDS, draft.kind),
    occurredAt: new Date(draft.occurred.at),
    occurredPrecision: toCode(PRECISIONS, draft.occurred.precision),
    occurredBasis: toCode(BASES, draft.occurred.basis),
    occurredClock: toCode(CLOCK_CHANGES, draft.occurred.clock),
    reportedAt: draft.reported && new Date(draft.reported.at),
    reportedPrecision: draft.reported && toCode(PRECISIONS, draft.reported.precision),
    closedAt: draft.closed && new Date(draft.closed.at),
    closedPrecision: draft.closed && toCode(PRECISIONS, draft.closed.precision),
    status: toCode(STATUSES, draft.status),
    channel: terms.channel.get(draft.channel) ?? UNKNOWN_CODE,
    journeyStage: terms.journeyStage.get(draft.journeyStage) ?? UNKNOWN_CODE,
    product: draft.product === null ? UNKNOWN_CODE : (products.get(draft.product) ?? UNKNOWN_CODE),
    siteId: idOf(references.site, draft.site),
    teamId: idOf(references.team, draft.team),
    agentId: idOf(references.agent, draft.agent),
    customerId: idOf(
      references.customer,
      draft.customer === null ? null : customerKey(draft.source.id, draft.customer),
    ),
    trigger: terms.trigger.get(draft.trigger) ?? UNKNOWN_CODE,
    customerState: toCode(CUSTOMER_STATES, draft.customerState),
    severity: draft.severity,
    intensityBefore: draft.intensityBefore,
    intensityAfter: draft.intensityAfter,
    outcome: toCode(OUTCOMES, draft.outcome),
    compensationMinor: draft.compensation?.minor ?? null,
    compensationCurrency: draft.compensation?.currency ?? null,
    csat: draft.csat,
    repeatClaimed: draft.repeatClaimed,
    reassignmentsClaimed: draft.reassignmentsClaimed,
    contentHash,
  };
}

function toStep(incidentId: string, step: DraftStep, seq: number, { terms, references }: Codes): StepWrite {
  const level = levelOf(step, terms);
  return {
    incidentId,
    seq,
    level: level.code,
    counted: level.counted,
    at: step.moment && new Date(step.moment.at),
    atPrecision: step.moment && toCode(PRECISIONS, step.moment.precision),
    teamId: idOf(references.team, step.team),
    agentId: idOf(references.agent, step.agent),
    reason: toCode(ESCALATION_REASONS, step.reason),
    note: step.note,
    handoffDocumented: step.handoffDocumented,
    handoffBriefed: step.handoffBriefed,
    customerToldAt: step.customerToldAt === null ? null : new Date(step.customerToldAt),
  };
}

function idOf(ids: Map<string, number>, word: string | null): number | null {
  return word === null ? null : (ids.get(word) ?? null);
}
