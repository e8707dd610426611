const NUMBER = '\\d{1,5}(?: ?[a-zA-Z](?!\\p{L}))?';
const WORD = "(?:\\p{Lu}[\\p{L}’'-]{0,30}|(?:[A-Z]|St|Mt|Dr|Ft)\\.)";
const ENGLISH = [
  'Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Close|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Crescent|Gardens',
  'Grove|Park|Hill|Mews|Row|Walk|Boulevard|Blvd|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Trail|Trl|Rise|View|Green|Quay|Parade',
].join('|');
const UNIT = '(?:(?:Flat|Unit|Apt|Apartment|Suite|Ste)\\.? ?\\w{1,5},? )?';
const SIDE = '(?: (?:North|South|East|West|N|S|E|W|NE|NW|SE|SW))?';
const ARTICLE = "(?:(?:de la|de|du|des|la|le|les|das|dos|da|do|del|della|dei|delle|di) |[ld]['’])?";
const NAMED = `${ARTICLE}${WORD}(?:[ -]${ARTICLE}${WORD}){0,3}`;

const all = (source: string) => new RegExp(`(?<![\\p{L}\\d.,/#-])${source}(?![\\p{L}\\d])`, 'gu');

/** How streets with their numbers are written, by language. */
export const STREETS: readonly RegExp[] = [
  // English: number, name, kind; also "7 The Crescent"
  all(`${UNIT}${NUMBER} (?:The |(?:(?:${WORD}|\\d{1,3}(?:st|nd|rd|th)) ){1,3})(?:${ENGLISH})${SIDE}`),
  all('[Pp]\\.? ?[Oo]\\.? ?[Bb]ox \\d{1,7}'),
  // French: number, kind, name
  all(
    `\\d{1,4}(?: ?(?:bis|ter)| ?[a-z])?,? (?:[Rr]ue|[Aa]venue|av\\.|[Bb]oulevard|bd|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Rr]oute|[Cc]ours) ${NAMED}`,
  ),
  // Spanish, Italian, Portuguese: kind, name, number
  all(
    `(?:Calle|C/|Avenida|Avda\\.?|Plaza|Paseo|Via|Viale|Piazza|Corso|Largo|Vicolo|Rua|Praça|Travessa) ?${NAMED},? \\d{1,5}(?: ?[a-zA-Z](?!\\p{L}))?`,
  ),
  // German, Dutch, the north: name and kind in one word or two, number
  all(
    `(?:\\p{Lu}[\\p{L}.-]{0,30} )?\\p{Lu}[\\p{L}-]{1,30}(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|straat|gracht|laan|plein|kade|singel|dijk|gatan|vägen|gata|vägen|vej|gade|veien|katu|tie) ${NUMBER}`,
  ),
  all(
    `(?:\\p{Lu}[\\p{L}.-]{1,30} (?:Straße|Strasse|Str\\.|Weg|Platz|Allee|Gasse|Ring)|(?:Am|An der|Im|Zum|Zur) \\p{Lu}[\\p{L}-]{2,30}) ${NUMBER}`,
  ),
  // Polish
  all(`(?:ul|al|pl|os)\\. ?${NAMED} ${NUMBER}(?:/\\d{1,4})?`),
];
