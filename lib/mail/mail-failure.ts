/** Why a mail was not sent; the words can be shown to whoever sends it. */
export class MailFailed extends Error {
  override readonly name = 'MailFailed';
  readonly reason: MailProblem;

  constructor(reason: MailProblem, options?: ErrorOptions) {
    super(MAIL_PROBLEMS[reason], options);
    this.reason = reason;
  }
}

/** What can go wrong between this program and the mail server. */
export const MAIL_PROBLEMS = {
  away: 'The mail server does not answer.',
  not_found: 'There is no mail server of the name in LOOKBACK_SMTP_URL.',
  not_encrypted:
    'The mail server does not encrypt. Set LOOKBACK_SMTP_PLAIN=true if it is one of your own network.',
  certificate: 'The certificate of the mail server is not to be trusted.',
  sign_in: 'The mail server refuses the name and password in LOOKBACK_SMTP_URL.',
  sender: 'The mail server does not take mail from the address in LOOKBACK_MAIL_FROM.',
  recipient: 'The mail server does not take mail to this address.',
  refused: 'The mail server has refused the mail.',
} as const;
export type MailProblem = keyof typeof MAIL_PROBLEMS;

/** What a mail library throws, as far as it says what went wrong. */
interface Thrown {
  code?: unknown;
  command?: unknown;
  message?: unknown;
}

const CERTIFICATE = /certificate|self.signed|altnames|unable to verify/i;

/** What went wrong, from what the library throws. */
export function toMailProblem(error: unknown): MailProblem {
  const { code, command, message }: Thrown = error instanceof Error ? error : {};
  const words = String(message ?? '');
  if (CERTIFICATE.test(words)) return 'certificate';
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(words)) return 'not_found';
  if (code === 'ETLS' || /STARTTLS/.test(words)) return 'not_encrypted';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'sign_in';
  if (code === 'EENVELOPE') return command === 'MAIL FROM' ? 'sender' : 'recipient';
  if (code === 'EMESSAGE' || code === 'EPROTOCOL') return 'refused';
  return 'away';
}
