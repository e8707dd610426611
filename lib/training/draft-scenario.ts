import type { IncidentRecord } from '../analysis/incident-record.ts';
import type { Cue, CustomerState } from '../taxonomy/fixed-sets.ts';
import type { ScenarioWords } from './scenario-forms.ts';

/** What a card begins with: what the incident says, for a person to edit. */
export interface ScenarioDraft {
  words: ScenarioWords;
  customerState: CustomerState;
  cues: readonly Cue[];
  /** Codes of techniques that had an opportunity. */
  techniques: readonly number[];
}

/**
 * The beginning of a card from an incident: its narrative as the situation, how it was resolved as the solution; what
 * good looks like stays to be written.
 */
export function draftScenario(
  incident: IncidentRecord,
  known: readonly { code: number; label: string }[],
): ScenarioDraft {
  const { topic, trigger, narrative, resolution, techniques } = incident;
  const seen = new Set(techniques.map(({ label }) => label));
  return {
    words: {
      title: (topic ?? trigger?.label ?? '').replace(/\s+/g, ' ').trim().slice(0, 120),
      situation: (narrative ?? '').slice(0, 3000),
      hiddenFacts: '',
      listen: '',
      empathise: '',
      ask: '',
      produce: (resolution ?? '').slice(0, 3000),
    },
    customerState: incident.customerState,
    cues: incident.cues,
    techniques: known.filter(({ label }) => seen.has(label)).map(({ code }) => code),
  };
}
