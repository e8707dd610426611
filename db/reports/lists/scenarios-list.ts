import type { ScenariosReport } from '@/db/reports/scenarios.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { toListPanel } from '@/lib/packs/list-panel.ts';
import type { PackPanel } from '@/lib/packs/pack.ts';
import { CUE_LABELS, CUSTOMER_STATE_LABELS } from '@/lib/taxonomy/labels.ts';

/** The role-play cards as a panel; those that are not used any more come last and say so. */
export function scenariosList(name: string, { cards, retired }: ScenariosReport): PackPanel {
  return toListPanel(
    {
      id: 'cards',
      name,
      headline: cards.length === 0 ? 'No card is made yet' : formatCounted(cards.length, 'card'),
      subtitle: 'Role-play cards made from real incidents, with everything personal taken out',
      definition:
        'A card is a real incident, redacted once more by whoever made it. What good looks like stands on its own page.',
    },
    [
      ['card', 'Card', 'text'],
      ['situation', 'Situation', 'text'],
      ['trigger', 'Trigger', 'text'],
      ['state', 'Customer state', 'text'],
      ['cues', 'Cues', 'text'],
      ['techniques', 'Techniques', 'text'],
      ['used', 'Used', 'text'],
    ],
    [...cards, ...retired].map(
      ({ title, situation, trigger, customerState, cues, techniques, retired: isOld }) => [
        title,
        situation,
        trigger.label,
        CUSTOMER_STATE_LABELS[customerState],
        cues.map((cue) => CUE_LABELS[cue]).join(', ') || null,
        techniques.map(({ label }) => label).join(', ') || null,
        isOld ? 'no more' : 'yes',
      ],
    ),
  );
}
