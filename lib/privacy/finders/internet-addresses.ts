import { before, type Found } from './found.ts';

/** IP addresses of both kinds. Four numbers after "version", "section" and the like are none. */
export function findInternetAddresses(text: string): Found[] {
  return [...fourParts(text), ...withColons(text)];
}

function fourParts(text: string): Found[] {
  return [...text.matchAll(FOUR)].flatMap((match) => {
    const written = match[0];
    const isAddress = written.split('.').every((part) => Number(part) < 256 && !/^0\d/.test(part));
    const said = before(text, match.index);
    if (!isAddress || OTHER.test(said) || (isLikeVersion(written) && !NAMED.test(said))) return [];
    return [{ start: match.index, end: match.index + written.length, key: written }];
  });
}

const FOUR = /(?<![\w.,])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d|[,]\d|\w)/g;
/** "1.3.2.1" is the number of a program or a paragraph far more often than a place in the internet. */
const isLikeVersion = (written: string) => written.split('.').every((part) => Number(part) < 16);
const NAMED = /(?:ip|address|dns|gateway|server|host|router)\P{L}{0,3}(?:is |was |are )?$/iu;
/** The last words before the number, of the same sentence. */
const OTHER =
  /(?:versi[oó]n[es]?|versie|ver\.|firmware|build|release|software|hardware|driver|update|upgrade|patch|kernel|revision|module|section|clause|chapter|paragraph|article|appendix|figure|table|item|ziffer|punkt|abschnitt)(?![\p{L}])[^!?;\n]{0,24}$|(?:^|[^\p{L}])(?:v|rev)\.? ?$/iu;

function withColons(text: string): Found[] {
  if (!/:[^:]{0,4}:/.test(text)) return [];
  return [...text.matchAll(HEXADECIMAL)].flatMap((match) => {
    const written = match[0].replace(/(?<!:):$/, '');
    if (!isVersion6(written)) return [];
    return [{ start: match.index, end: match.index + written.length, key: written.toLowerCase() }];
  });
}

const HEXADECIMAL = /(?<![\w:.])[0-9a-f]{1,4}:[0-9a-f:]{2,38}(?![\w])/gi;

function isVersion6(written: string): boolean {
  const halves = written.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return false;
  if (halves.length === 1) return groups.length === 8;
  // "12::45" is more often a time.
  return groups.length < 8 && (groups.length > 2 || /^[0-9a-f]{4}$/i.test(groups[0] ?? ''));
}
