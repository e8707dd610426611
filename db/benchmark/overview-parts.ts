import { askHeading } from '@/db/reports/heading.ts';
import { ASK_OVERVIEW, askCard } from '@/db/reports/overview-panels.ts';
import type { Reading } from '@/db/reports/reading.ts';
import { OVERVIEW_PANELS } from '@/db/reports/report-types.ts';
import type { OverviewPart } from './limits.ts';

/** Everything that the overview shows, each part as it is asked on its own. */
export const OVERVIEW_PARTS: readonly OverviewPart[] = ['heading', 'cards', ...OVERVIEW_PANELS];

/** Asks one part of the overview, up to what is drawn. */
export async function askPart(part: OverviewPart, reading: Reading): Promise<unknown> {
  const onCards = reading.settings.cardMeasures;
  if (part === 'heading') return askHeading(reading);
  if (part === 'cards') return Promise.all(onCards.map((measure) => askCard(reading, measure)));
  return ASK_OVERVIEW[part](reading, { charted: onCards[0] ?? 'incidents', split: null });
}
