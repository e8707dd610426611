import { before, type Found } from './found.ts';
import { STREETS } from './streets.ts';

/** Postal addresses: a street with its number, with the town where a postcode follows; PO boxes; full postcodes. */
export function findAddresses(text: string, country: string): Found[] {
  const found = STREETS.flatMap((street) =>
    [...text.matchAll(street)].map((match) => withTail(text, match.index, match.index + match[0].length)),
  );
  return [...found, ...postcodesAlone(text, country)];
}

function withTail(text: string, start: number, streetEnd: number): Found {
  const tail = TAIL.exec(text.slice(streetEnd, streetEnd + 90))?.[0] ?? '';
  const end = start + text.slice(start, streetEnd + tail.length).replace(/[.,’'-]+$/, '').length;
  return {
    start,
    end,
    key: text
      .slice(start, end)
      .toLowerCase()
      .replace(/[\s,.]+/g, ' '),
  };
}

const TOWN =
  "\\p{Lu}[\\p{L}.’'-]{1,30}(?:[ -](?:\\p{Lu}[\\p{L}.’'-]{0,30}|\\d{1,2}|de|la|le|am|an der|sur|di|of|upon)){0,4}";
const BRITISH = '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}';
const POSTCODE = [
  BRITISH,
  '[A-Z]{2},? \\d{5}(?:-\\d{4})?',
  '(?:[A-Z]{2},? )?[A-Z]\\d[A-Z] ?\\d[A-Z]\\d',
  '(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT) \\d{4}',
  '[A-Z]\\d[\\dW] ?[A-Z\\d]{4}',
].join('|');
const BEFORE_TOWN = '(?:[A-Z]{1,2}-)?(?:\\d{4} ?[A-Z]{2}|\\d{3} \\d{2}|\\d{2}-\\d{3}|\\d{4}-\\d{3}|\\d{4,5})';
const TAIL = new RegExp(
  `^(?:, ?(?:Apt|Apartment|Unit|Suite|Ste|Flat|#)\\.? ?\\w{1,6})?(?:,? (?:${TOWN}(?:, ${TOWN})?,? )?(?:${POSTCODE})(?![\\p{L}\\d])|,? ${BEFORE_TOWN} ${TOWN}|,? (?:Apt|Apartment|Unit|Suite|Ste)\\.? ?\\w{1,6}(?!\\p{L}))?`,
  'u',
);

function postcodesAlone(text: string, country: string): Found[] {
  const pattern = ALONE[country];
  if (!pattern) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    if (
      /(?:part|model|order|(?<!post|eir)code|version|flight|no\.?|number|batch) $/i.test(
        before(text, match.index),
      )
    )
      return [];
    const end = match.index + match[0].length;
    return [{ start: match.index, end, key: match[0].toLowerCase().replace(/\s/g, '') }];
  });
}

const ALONE: Record<string, RegExp> = {
  GB: /(?<![\p{L}\d])(?:[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/gu,
  IE: /(?<![\p{L}\d])[AC-FHKNPRTV-Y]\d[\dW] [0-9AC-FHKNPRTV-Y]{4}(?![\p{L}\d])/gu,
};
