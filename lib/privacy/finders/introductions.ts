/** One word of a name: Okafor, O’Connor, Meyer-Landrut, J. or the small words between. */
export const NAME_WORD =
  "(?:\\p{Lu}\\.(?= ?\\p{Lu})|\\p{Lu}[\\p{L}\\p{M}]*(?:[’'-]\\p{Lu}?[\\p{L}\\p{M}]+)*)";
const SMALL =
  '(?:(?:van der|van den|van de|van|von der|von|de la|de|der|di|da|dos|del|el|al|bin|ben|zu|ten|ter) )';
const NAME = `(?<name>${SMALL}?${NAME_WORD}(?:[ \\u00a0]${SMALL}?${NAME_WORD}){0,3})`;
const NAME_OR_SMALL = `(?<name>(?:${SMALL}?${NAME_WORD}(?:[ \\u00a0]${SMALL}?${NAME_WORD}){0,3})|\\p{Ll}{2,20}(?!\\p{L}))`;

const TITLE =
  '(?:Mr|Mrs|Ms|Miss|Mx|Messrs|Dr|Prof|Professor|Herrn?|Frau|Fr|Hr|Mme|Madame|Mlle|Monsieur|M\\.(?= )|[Ss]eñora?|[Ss]eñorita|Sra|Don|Doña|[Ss]ignor[ae]?|Sig\\.(?:ra)?|[Mm]evrouw|[Mm]eneer|[Dd]hr|[Mm]w|Senhora?|Fru|[Pp]ani?)';

interface Introduction {
  pattern: RegExp;
  mustBeGiven?: boolean;
  mayBeSmall?: boolean;
}

const after = (words: string, then = NAME) => new RegExp(`(?<![\\p{L}’'])(?:${words})${then}`, 'gu');

/** What announces a name, and how sure that is. */
export const INTRODUCTIONS: readonly Introduction[] = [
  { pattern: after(`${TITLE}\\.? (?:(?:Dr|Prof)\\.? )?`) },
  {
    mayBeSmall: true,
    pattern: after(
      "(?:[Mm]y|[Hh]is|[Hh]er|MY) (?:full |real |first |last )?(?:name['’]s|name is|NAME IS) |[Mm]ein Name ist |[Ii]ch hei(?:ß|ss)e |[Jj]e m['’]appelle |[Mm]on nom est |[Mm]e llamo |[Mm]i nombre es |[Mm]i chiamo |[Ii]l mio nome è |[Cc]hamo-me |(?:[Oo] )?[Mm]eu nome é |[Mm]ijn naam is |[Ii]k heet |[Jj]ag heter |[Mm]itt namn är |[Jj]eg heter |[Mm]it navn er |[Nn]azywam się ",
      NAME_OR_SMALL,
    ),
  },
  {
    mustBeGiven: true,
    pattern: after(
      '(?:Dear|Hi|Hello|Hey|Good (?:morning|afternoon|evening)|Hallo|Liebe[r]?|Bonjour|Chère?|Hola|Querid[oa]|Ciao|Car[oa]|Olá|Beste|Hej|Hei|Cześć|Guten (?:Tag|Morgen)),? ',
    ),
  },
  {
    mustBeGiven: true,
    pattern: after(
      '[Mm]y (?:late |elderly |own )?(?:husband|wife|son|daughter|mother|father|mum|mom|dad|brother|sister|partner|neighbou?r|friend|colleague|girlfriend|boyfriend|aunt|uncle|boss),? ',
    ),
  },
  {
    mustBeGiven: true,
    pattern: after(
      '(?:(?:agent|person|man|woman|lady|gentleman|guy|somebody|someone|employee|clerk|rep|representative|manager|supervisor|colleague|driver|engineer|technician) (?:called|named)|by the name of|in the name of|under the name(?: of)?|registered to) ',
    ),
  },
  {
    mustBeGiven: true,
    pattern: after(
      '(?:[Ss]poke|[Tt]alked|[Cc]hatted|[Ss]peaking|[Tt]alking|[Dd]ealt|[Cc]onnected|[Tt]ransferred|[Pp]assed(?: on)?) (?:to|with) ',
    ),
  },
  // Two words at least: "I am Canadian" and "This is Monday" are none.
  {
    mustBeGiven: true,
    pattern: after(
      "(?:I am|I['’]m|[Tt]his is|[Ii]ch bin|[Jj]e suis|[Ss]oy|[Ss]ono|[Ii]k ben) ",
      `(?<name>${NAME_WORD}(?:[ \\u00a0]${SMALL}?${NAME_WORD}){1,3})`,
    ),
  },
  {
    pattern: new RegExp(
      `(?:^|[\\n;,.(!?] ?)(?:(?:[Cc]ustomer|[Cc]lient|[Ff]ull|[Ff]irst|[Ll]ast|[Ff]amily|[Cc]aller|[Cc]ontact|[Pp]atient|[Gg]uest|[Pp]assenger|[Ss]urname)(?:['’]s)? )?(?:[Nn]ame|[Aa]ccount holder|[Pp]olicy ?holder|[Cc]ard ?holder|[Ss]urname|[Kk]unde|[Cc]lient|[Cc]ustomer) ?: ?${NAME}`,
      'gu',
    ),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${[
        '(?:(?:[Kk]ind|[Bb]est|[Ww]arm|[Mm]any|[Ww]ith) )*(?:[Rr]egards|[Ww]ishes|[Tt]hanks)|[Tt]hank you|Cheers|Yours|Respectfully|[Ss]incerely|[Yy]ours (?:sincerely|faithfully|truly)',
        'Mit freundlichen Grüßen|Mit freundlichem Gruß|Viele Grüße|Freundliche Grüße|MfG|Cordialement|Bien à vous|Salutations',
        'Atentamente|Un saludo|Saludos|Cordiali saluti|Distinti saluti|Saluti|Atenciosamente|Cumprimentos',
        'Met vriendelijke groet(?:en)?|Groeten|Med vänlig hälsning|Vänliga hälsningar|Med venlig hilsen|Med vennlig hilsen|Mvh|Z poważaniem|Pozdrawiam',
      ].join('|')})(?:,? {0,3}\\r?\\n\\s{0,8}|, )[-–—]? ?${NAME}(?=[.,]?\\s*(?:\\n|$))`,
      'gu',
    ),
  },
];
