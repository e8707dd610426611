const LONGEST = 100;

/** The name that a provider of identities gives somebody, fit to be shown; else the first part of the address. */
export function toPersonName(given: unknown, email: unknown): string {
  const name = typeof given === 'string' ? tidy(given) : '';
  if (name) return name;
  return (typeof email === 'string' && tidy(email.split('@', 1).join(''))) || 'Nameless';
}

function tidy(text: string): string {
  return [
    ...text
      .replace(/\p{C}+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, LONGEST)
    .join('')
    .trim();
}
