/** What a reader takes for one letter each, without what cannot be seen. */
export function clustersOf(text: string): string[] {
  const seen = text.replace(UNSEEN, '').replace(/\p{Cs}/gu, '\ufffd');
  if (PLAIN.test(seen)) return [...seen];
  return Array.from(GRAPHEMES.segment(seen), ({ segment }) => segment);
}

/** The clusters of all of a text that are more than plain letters of Latin, Greek or Cyrillic, each once. */
export function unusualClusters(text: string): string[] {
  return [...new Set((text.match(UNUSUAL) ?? []).flatMap(clustersOf))];
}

/** Letters of which each stands alone: to look for marks that belong to them takes long. */
const PLAIN = /^[\u0020-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2212]*$/;
const UNUSUAL = /.?[^ -\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2212]+/gsu;
/** Control characters, and marks that turn the text around them; what joins and parts letters is none. */
const UNSEEN = /(?![\u200c\u200d])(?:\p{Cc}|\p{Cf}|\p{Variation_Selector})/gu;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
