const MONTH = `(?:${[
  'jan(?:uary|uar|vier|uari|eiro|\\.)?|enero|gennaio|stycznia|tammikuuta',
  'feb(?:ruary|ruar|ruari|raio|brero|braio|\\.)?|f[ée]vrier|lutego|helmikuuta',
  'mar(?:ch|s|zo|ts|ço|ca|\\.)?|märz|maart|marca|maaliskuuta',
  'apr(?:il|ile|\\.)?|avril|abril|kwietnia|huhtikuuta',
  'mai|may|mayo|maggio|mei|maj|maja|maio|toukokuuta',
  'jun(?:e|i|ho|io|\\.)?|juin|giugno|czerwca|kesäkuuta',
  'jul(?:y|i|ho|io|\\.)?|juillet|luglio|lipca|heinäkuuta',
  'aug(?:ust|usti|ustus|\\.)?|août|agosto|sierpnia|elokuuta',
  'sept?(?:ember|embre|iembre|\\.)?|setembro|settembre|września|syyskuuta',
  'oct(?:ober|obre|ubre|\\.)?|okt(?:ober|\\.)?|outubro|ottobre|października|lokakuuta',
  'nov(?:ember|embre|iembre|embro|\\.)?|listopada|marraskuuta',
  'de[cz](?:ember|embre|embro|\\.)?|d[ée]cembre|diciembre|dicembre|grudnia|joulukuuta',
].join('|')})`;
const DAY = '\\d{1,2}(?:st|nd|rd|th|er|[.ºª])?';
const YEAR = "(?:\\d{4}|['’]?\\d{2})(?!\\d)";

/** A day of the calendar as people write it, in the languages that the rules know. The source of a pattern. */
export const WRITTEN_DATE = [
  `\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)`,
  `\\d{1,2}[-/.]\\d{1,2}[-/.]${YEAR}`,
  `${DAY} ?(?:of |de |d['’])?${MONTH}(?:,? (?:de )?| )${YEAR}`,
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}`,
  `${MONTH} \\d{4}(?!\\d)`,
].join('|');
