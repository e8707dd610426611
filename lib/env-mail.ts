import { z } from 'zod';

/** The mail server, and who mails come from. */
export interface MailSettings {
  host: string;
  port: number;
  /** Encrypted from the first byte on; else the connection becomes so before anything is said, unless plain is allowed. */
  secure: boolean;
  mayBePlain: boolean;
  /** Null where the server wants nobody to sign in. */
  signIn: { user: string; password: string } | null;
  from: MailSender;
}

export interface MailSender {
  /** Empty where there is only the address. */
  name: string;
  address: string;
}

/** The settings of mail, each as it must look. */
export const mailShape = {
  LOOKBACK_SMTP_URL: z
    .string()
    .refine((value) => toServer(value) !== null, 'is not an smtp or smtps address without a path')
    .nullable(),
  LOOKBACK_SMTP_PLAIN: z
    .stringbool({ error: (issue) => `is "${issue.input}", neither true nor false` })
    .default(false),
  LOOKBACK_MAIL_FROM: z
    .string()
    .refine((value) => toSender(value) !== null, {
      error: (issue) => `is "${issue.input}", not an e-mail address, with a name before it or not`,
    })
    .nullable(),
};

/** The settings as the program uses them; null where mail is off. */
export function toMail(values: {
  LOOKBACK_SMTP_URL: string | null;
  LOOKBACK_SMTP_PLAIN: boolean;
  LOOKBACK_MAIL_FROM: string | null;
}): MailSettings | null {
  const server = values.LOOKBACK_SMTP_URL === null ? null : toServer(values.LOOKBACK_SMTP_URL);
  const from = values.LOOKBACK_MAIL_FROM === null ? null : toSender(values.LOOKBACK_MAIL_FROM);
  if (!server || !from) return null;
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(server.host);
  return { ...server, mayBePlain: isHere || values.LOOKBACK_SMTP_PLAIN, from };
}

const PORTS: Record<string, number> = { 'smtp:': 587, 'smtps:': 465 };

function toServer(text: string): Pick<MailSettings, 'host' | 'port' | 'secure' | 'signIn'> | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const usual = PORTS[protocol];
  const hasMore = (pathname !== '' && pathname !== '/') || search !== '' || hash !== '';
  if (usual === undefined || hostname === '' || hasMore) return null;
  if ((username === '') !== (password === '')) return null;
  const signIn = username === '' ? null : { user: decode(username), password: decode(password) };
  if (signIn && (signIn.user === null || signIn.password === null)) return null;
  return {
    host: hostname,
    port: port === '' ? usual : Number(port),
    secure: protocol === 'smtps:',
    signIn: signIn as MailSettings['signIn'],
  };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** "Lookback <lookback@example.com>", or the address alone. */
function toSender(text: string): MailSender | null {
  const named = /^([^<>"\p{Cc}]{1,60}?)\s*<([^<>]+)>$/u.exec(text.trim());
  const address = (named?.[2] ?? text).trim();
  if (!z.email().safeParse(address).success) return null;
  return { name: named?.[1]?.trim() ?? '', address };
}
