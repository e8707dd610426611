/** What somebody looks for, in the parts that the record can answer. */
export interface SearchWords {
  /** Whether everything is looked for that says none of it: the text was of -words alone. */
  isWithout: boolean;
  /** Words, "phrases" and -words as PostgreSQL's websearch syntax reads them; empty where there is none. */
  words: string;
  /** The phrases of them, each as an expression for a text that says it as it is written. */
  phrases: readonly string[];
  /** Whether nothing but phrases is wanted. */
  isPhrasesAlone: boolean;
  /** Beginnings of words, letters and digits only. */
  prefixes: readonly string[];
  /** What may be an incident by its number, when the whole text reads like one. */
  number: number | null;
  /** The whole text, which may be the id that a source gave. */
  whole: string;
}

export const LONGEST_SEARCH = 300;
const LARGEST_NUMBER = 2_147_483_647;
/** As phones and word processors set them. */
const QUOTES = /[“”„‟«»]/g;

/**
 * Reads a search: words that all must occur, `"a phrase"` as it is written, `-without`, `begin*`, a number such as
 * `INC-120` or the id of a source. A text of `-words` alone asks for everything else. Null where there is nothing to look
 * for.
 */
export function parseSearch(text: string): SearchWords | null {
  const whole = toSearchText(text);
  if (whole === '') return null;
  const prefixes: string[] = [];
  const words = outsideQuotes(whole, (part) =>
    part
      .replace(/(?<![\p{L}\p{N}])(?<!-)([\p{L}\p{N}]+)\*/gu, (_, prefix: string) => {
        prefixes.push(prefix);
        return ' ';
      })
      // Alone it would be an operator of the record; all words must occur, and this one is in every account.
      .replace(/(?<![\p{L}\p{N}_-])or(?![\p{L}\p{N}_-])/giu, '"or"'),
  ).trim();
  const number = numberIn(whole);
  if (prefixes.length > 0 || number !== null || hasWanted(words))
    return { isWithout: false, words, ...phrasesOf(whole, words, prefixes), prefixes, number, whole };
  const unwanted = unwantedIn(words);
  return unwanted === ''
    ? null
    : {
        isWithout: true,
        words: unwanted,
        phrases: [],
        isPhrasesAlone: false,
        prefixes: [],
        number: null,
        whole,
      };
}

/**
 * What somebody typed, with plain quotes and without control characters, which no page and no record can carry; of those
 * that part words a blank stays.
 */
export function toSearchText(text: string): string {
  return text
    .replace(/[\t\n\r]/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(QUOTES, '"')
    .trim();
}

function outsideQuotes(text: string, change: (part: string) => string): string {
  return text
    .split('"')
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('"');
}

function phrasesOf(whole: string, words: string, prefixes: readonly string[]) {
  const phrases = phrasesIn(whole);
  const others = words.replace(UNWANTED, ' ').replace(/"[^"]*"/g, ' ');
  return { phrases, isPhrasesAlone: phrases.length > 0 && prefixes.length === 0 && !isWord(others) };
}

/** What is wanted between quotes, with whatever blanks and signs between its words. */
function phrasesIn(whole: string): string[] {
  return whole.split('"').flatMap((part, index, parts) => {
    const isPhrase = index % 2 === 1 && index < parts.length - 1 && !parts[index - 1]?.endsWith('-');
    const words = part.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
    return isPhrase && words.length > 0 ? [`\\m${words.join('[^[:alnum:]]+')}\\M`] : [];
  });
}

/** Whether anything is wanted rather than unwanted. */
function hasWanted(words: string): boolean {
  return isWord(words.replace(UNWANTED, ' '));
}

/** Each of the -words and -"phrases", one of which is enough to leave an incident out. */
function unwantedIn(words: string): string {
  const each = [...words.matchAll(UNWANTED)].map((match) => (match[2] ?? '').replace(/^-+/, ''));
  return each.filter(isWord).join(' or ');
}

/** "“late” or “refund”": what none is to say, where a search is of -words alone; else null. */
export function describeUnwanted({ isWithout, words }: SearchWords): string | null {
  if (!isWithout) return null;
  const each = [...words.matchAll(/"([^"]*)"?|\S+/g)].filter(([word]) => word !== 'or');
  return each.map(([word, quoted]) => `“${quoted ?? word}”`).join(' or ');
}

const UNWANTED = /(^|\s)-("[^"]*"?|\S+)/g;

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function numberIn(whole: string): number | null {
  const digits = /^(?:INC-?)?((?:\d[\s\u00a0\u202f,.]?){1,12})$/i.exec(whole)?.[1]?.replace(/\D/g, '');
  const number = digits === undefined ? 0 : Number(digits);
  return number >= 1 && number <= LARGEST_NUMBER ? number : null;
}
