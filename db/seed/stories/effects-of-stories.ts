import { effectWindows } from '@/lib/analysis/training/effect-windows.ts';
import { findEffect, type HandledDay, type TrainingEffect } from '@/lib/analysis/training/find-effect.ts';
import type { IncidentDraft } from '@/lib/intake/incident-draft.ts';
import { calendarUntil } from '../calendar.ts';
import { sampleIncidents } from '../generate.ts';
import { idleChangeTruth } from './idle-change.ts';
import { UNTIL } from './signals-of-stories.ts';
import { trainingEffectTruth } from './training-effect.ts';

/** What the page of a session says of the two trainings of a sample. */
export interface StoryEffects {
  /** The one that worked, by 12 points. */
  listening: TrainingEffect['verdict'];
  /** The one that did nothing. */
  greeting: TrainingEffect['verdict'];
}

/** Makes the sample of a seed, and reads the effect of its trainings as the page does: beside everybody not trained. */
export function findStoryEffects(seed: number, incidents = 12_000): StoryEffects {
  const calendar = calendarUntil(UNTIL);
  const plan = { seed, incidents, until: UNTIL, timeZone: 'UTC', currency: 'GBP' };
  const drafts = [...sampleIncidents(plan)].map(({ draft }) => draft);
  const coverage = { from: calendar.dateOf(0), until: UNTIL };
  const verdictOf = ({ trained, techniques, fromWeeksAgo }: Trained) => {
    const windows = effectWindows(calendar.dateOf(calendar.weeksAgo(fromWeeksAgo)), {
      today: UNTIL,
      coverage,
    });
    if (!windows) throw new RangeError('the sample has no day after this training');
    return findEffect(handledIn(drafts, trained, techniques), windows).verdict;
  };
  return { listening: verdictOf(trainingEffectTruth), greeting: verdictOf(idleChangeTruth) };
}

interface Trained {
  trained: string;
  techniques: readonly string[];
  fromWeeksAgo: number;
}

function handledIn(
  drafts: readonly IncidentDraft[],
  team: string,
  techniques: readonly string[],
): HandledDay[] {
  return drafts.flatMap((draft) => {
    const seen = draft.techniques.filter(({ technique }) => techniques.includes(technique));
    if (seen.length === 0) return [];
    return {
      day: new Date(draft.occurred.at).toISOString().slice(0, 10),
      side: draft.team === team ? ('trained' as const) : ('compared' as const),
      effective: seen.filter(({ observation }) => observation === 'effective').length,
      opportunities: seen.length,
      incidents: 1,
    };
  });
}
