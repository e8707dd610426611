import { WRITTEN_DATE } from './dates.ts';
import { type Found, groupAtEnd } from './found.ts';

/** Days of birth: dates beside a word that says so, never others. */
export function findBirthDates(text: string): Found[] {
  if (!SAID.test(text)) return [];
  const after = [...text.matchAll(AFTER_THE_WORD)].map((match) => groupAtEnd(match, 'date'));
  const ahead = [...text.matchAll(BEFORE_THE_WORD)].map((match) => {
    const value = match.groups?.date ?? '';
    return { start: match.index, end: match.index + value.length, value };
  });
  return [...after, ...ahead].map(({ start, end, value }) => ({ start, end, key: value.toLowerCase() }));
}

const WORD = `(?<!\\p{L})(?:${[
  'date of birth|birth ?date|birthday|born|dob|d\\.o\\.b\\.?',
  'geburtsdatum|geburtstag|geboren|geb\\.',
  'date de naissance|née?',
  'fecha de nacimiento|nacimiento|nac[ií]|nacid[oa]',
  'data di nascita|nat[oa]',
  'geboortedatum',
  'data de nascimento|nasci|nascid[oa]',
  'född|födelsedatum|født|fødselsdato|syntymäaika(?:ni)?|syntynyt',
  'data urodzenia|urodził[ae]?m się|urodzon[ya]',
].join('|')})(?!\\p{L})`;
const SAID = new RegExp(WORD, 'iu');
const LINK = '(?:is|was|on|in|the|as|of|le|est|el|es|il|è|der|ist|den|am|op|em|a|é|är|er|on|to|dnia)';
const PLACE = '(?:(?:in|at|a|à|en|zu|em) \\p{Lu}[\\p{L}-]{1,30})';

const AFTER_THE_WORD = new RegExp(
  `${WORD}[\\s:,.=–-]{0,4}(?:${PLACE} )?(?:${LINK} ){0,3}\\(?(?<date>${WRITTEN_DATE})`,
  'giu',
);
const BEFORE_THE_WORD = new RegExp(
  `(?<!\\d)(?<date>${WRITTEN_DATE}) (?:(?:as|is|was|for) (?:my |her |his |the |your )?${WORD}|(?:ge)?bor(?:e)?n(?!\\p{L}))`,
  'giu',
);
