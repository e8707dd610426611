import { z } from 'zod';
import { MEASURE_IDS } from '../measures/measure-ids.ts';
import { versionField } from './form-fields.ts';
import { BUCKET_DEFAULTS, CARDS, RULE_SET_IDS } from './workspace-settings.ts';

/** The names of the fields for the six cards, in order. */
export const CARD_FIELDS = Array.from({ length: CARDS }, (_, index) => `card${index + 1}`);

const card = z.enum(MEASURE_IDS, 'Choose a measure from the list.');

/** Which measures stand on the cards, and how charts are judged and divided unless somebody asks for another way. */
export const measuresForm = z
  .object({
    version: versionField,
    ruleSet: z.enum(RULE_SET_IDS, 'Choose a set of rules.'),
    bucket: z.enum(BUCKET_DEFAULTS, 'Choose weeks or months.'),
    card1: card,
    card2: card,
    card3: card,
    card4: card,
    card5: card,
    card6: card,
  })
  .superRefine((form, context) => {
    const cards = cardsOf(form);
    cards.forEach((measure, index) => {
      const first = cards.indexOf(measure);
      if (first === index) return;
      const message = `Card ${first + 1} shows this already. Choose another.`;
      context.addIssue({ code: 'custom', path: [`card${index + 1}`], message });
    });
  })
  .transform(({ version, ruleSet, bucket, ...cards }) => ({
    version,
    ruleSet,
    bucket,
    cardMeasures: cardsOf(cards),
  }));
export type MeasuresChange = z.infer<typeof measuresForm>;

type Cards = Record<'card1' | 'card2' | 'card3' | 'card4' | 'card5' | 'card6', (typeof MEASURE_IDS)[number]>;

function cardsOf({ card1, card2, card3, card4, card5, card6 }: Cards) {
  return [card1, card2, card3, card4, card5, card6];
}
