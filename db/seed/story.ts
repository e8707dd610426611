import type { EventKind } from '@/lib/taxonomy/event-kinds.ts';
import type { Outcome } from '@/lib/taxonomy/fixed-sets.ts';
import type { ModuleForm } from '@/lib/training/module-forms.ts';
import type { Calendar } from './calendar.ts';
import type { SampleCard } from './cards.ts';
import type { Product, SampleTeam } from './organisation.ts';
import type { SampleTrigger } from './triggers.ts';

/** One team on one day. */
export interface Cell {
  day: number;
  team: SampleTeam;
}

/** What an incident is fixed to; what is left out is drawn. */
export interface Fixed {
  trigger?: SampleTrigger;
  channel?: string;
  product?: Product;
  customer?: string;
  agent?: string;
  outcome?: Outcome;
}

/** So many times as many incidents, of all or of those fixed here. */
export interface RateChange {
  factor: number;
  of: Pick<Fixed, 'trigger' | 'channel' | 'product'>;
  /** What those that come on top are fixed to beside it. */
  all?: Pick<Fixed, 'channel' | 'product'>;
}

/** What a story may change in how incidents go. */
export interface Odds {
  /** Multiplies the chance that a case goes beyond the frontline. */
  escalation: number;
  /** Added to the chance that a technique is handled effectively, by technique. */
  effective: Readonly<Record<string, number>>;
  /** The chance that each of the things to be documented is left out. */
  forgotten: number;
  /** The chance that an escalated case goes from frontline straight to management. */
  skipped: number;
}

export const ORDINARY_ODDS: Odds = { escalation: 1, effective: {}, forgotten: 0.08, skipped: 0 };

/** An incident that a story puts on a day. */
export interface Visit extends Cell {
  fixed: Fixed;
}

/** Something that a story leaves beside its incidents. */
export type Happening =
  | {
      kind: 'event';
      day: number;
      about: EventKind;
      label: string;
      /** The site whose teams it concerns, or the one team; all teams of the sample without either. */
      site: string | null;
      team: string | null;
    }
  | {
      kind: 'action';
      day: number;
      title: string;
      filter: string;
      measure: string;
      stage: 'plan' | 'do' | 'study' | 'act';
      strength: 'strong' | 'intermediate' | 'weak';
      prediction: string;
      verdict: 'adopt' | 'adapt' | 'abandon' | null;
    }
  | {
      kind: 'training';
      day: number;
      title: string;
      /** What is practised, and how. */
      what: string;
      form: ModuleForm;
      minutes: number;
      team: string;
      techniques: readonly string[];
      cards: readonly SampleCard[];
    };

/** A pattern that is planted in the sample so that it can be found again. */
export interface Story {
  id: string;
  rate?(cell: Cell, calendar: Calendar): RateChange | null;
  odds?(cell: Cell, odds: Odds, calendar: Calendar): Odds;
  visits?(calendar: Calendar): readonly Visit[];
  happenings?(calendar: Calendar): readonly Happening[];
}
