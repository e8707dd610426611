import { type Found, groupAtEnd } from './found.ts';

/** Numbers of accounts, customers, members and policies, and names to sign in with, after the word that says so. */
export function findAccounts(text: string): Found[] {
  return [NUMBERED, SPOKEN_ALONE, BARE, SORTED, SIGN_IN].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { start, end, value } = groupAtEnd(match, 'value');
      const digits = value.replace(/\D/g, '').length;
      if (pattern !== SIGN_IN && digits < 4 && value.length < 5) return [];
      return [{ start, end, key: value.toUpperCase().replace(/[\s./-]/g, '') }];
    }),
  );
}

/** Letters, digits and signs with a digit among them, in up to six groups of which each later one is digits. */
const VALUE =
  '(?<!\\p{L})(?<value>(?=[A-Z/-]{0,8}\\d)[A-Z\\d](?:[A-Z\\d/.-]{0,30}[A-Z\\d])?(?:[ \\u00a0]\\d{2,}[A-Z]?(?![\\p{L}\\d]|[.,/:]\\d)){0,5})(?![\\p{L}\\d])(?!\\s?[%€$£])';
const SAID = '(?:[\\s:=#(–-]|is|was|ist|lautet|est|es|è|är|to|é|que){0,6}';

const NUMBERED = new RegExp(
  `(?<!\\p{L})(?:${[
    'account|acct|customer|client|member|membership|policy|patient|subscriber|frequent flyer|loyalty(?: card)?|card member',
    'contract account|claimant|medical record|routing|customer reference|account holder',
  ].join(
    '|',
  )})(?:[ -](?:number|num\\.?|no\\.?|nr\\.?|id|code|ref(?:erence)?(?: number)?)| ?#)${SAID}${VALUE}`,
  'giu',
);
const SPOKEN_ALONE = new RegExp(
  `(?<!\\p{L})(?:${[
    'acct|a/c|sort code|bsb|routing number|contract account|loan account',
    'kundennummer|kunden-?nr\\.?|kd\\.?-?nr\\.?|kontonummer|konto-?nr\\.?|blz|bankleitzahl|vertragskonto|versicherungsnummer|mitgliedsnummer',
    "num[ée]ro (?:de |d['’])?(?:client|compte|adh[ée]rent|contrat)|n[°º] (?:de )?(?:client|compte)",
    'n[úu]mero de (?:cliente|cuenta|conta|socio|s[óo]cio)|n\\.?º de (?:socio|cliente|cuenta)',
    'codice cliente|numero (?:di )?(?:cliente|conto)|klantnummer|klantnr\\.?|rekeningnummer|kundnummer|kundenummer|kontonummer|asiakasnumero|numer (?:klienta|konta)',
  ].join('|')})${SAID}${VALUE}`,
  'giu',
);
/** "Account 55779911" says it by its digits alone. */
const BARE = new RegExp(`(?<!\\p{L})account ${VALUE.replace('(?=', '(?=(?:[A-Z/-]*\\d){6})(?=')}`, 'giu');
/** A British account after its sort code. */
const SORTED = /(?<![\d-])(?<value>\d\d-\d\d-\d\d \d{8})(?![\d-])/g;
const SIGN_IN =
  /(?<!\p{L})(?:user ?name|user id|login(?: name)?|benutzername|identifiant|nom d['’]utilisateur|usuario|nome utente|gebruikersnaam)(?::| is| est| ist| es| è)? (?:is |est )?(?<value>(?=[a-z.-]{0,40}[\d_.][a-z\d_])[a-z][\w.-]{2,40}\w)(?![\p{L}\d@])/giu;
