/** What is taken out of people's words: the name in its token, and what it stands for. */
export const PII_TYPES = [
  'NAME',
  'EMAIL',
  'PHONE',
  'CARD',
  'IBAN',
  'ID',
  'ADDRESS',
  'URL',
  'IP',
  'BIRTH',
  'ACCOUNT',
] as const;
export type PiiType = (typeof PII_TYPES)[number];

export const PII_LABELS: Record<PiiType, string> = {
  NAME: 'Name',
  EMAIL: 'E-mail address',
  PHONE: 'Phone number',
  CARD: 'Card number',
  IBAN: 'IBAN',
  ID: 'National id, passport, licence',
  ADDRESS: 'Postal address',
  URL: 'Link with a key or a person in it',
  IP: 'IP address',
  BIRTH: 'Date of birth',
  ACCOUNT: 'Account, customer or policy number',
};
