import { escapeText } from '../charts/svg.ts';
import { describeQuota, type QuotaKind } from './quotas.ts';

/** Why a route gave nothing. */
export interface Refusal {
  code: string;
  /** What happened, as programs are told it. */
  message: string;
  /** Under which id the log holds a fault of our own. */
  id?: string | undefined;
}

interface Surroundings {
  /** What the route counts as; null where it costs next to nothing. */
  quota: QuotaKind | null;
  /** The address that was asked for, where it can be asked for again by a link. */
  again: string | null;
  /** The page from which it was asked. */
  back: string;
  theme: 'light' | 'dark' | null;
}

/** Whether a browser went to this address for somebody to look at, rather than a program or a script of a page. */
export function wantsPage(headers: Headers): boolean {
  return (headers.get('accept') ?? '').includes('text/html');
}

/** A page that says in words why there is no file. It stands by itself: no style sheet, no script. */
export function refusalPage(refusal: Refusal, { quota, again, back, theme }: Surroundings): string {
  const { code, message, id } = refusal;
  const [title, more] = wordsOf(code, quota);
  const links = [
    ...(again && TRY_AGAIN.has(code) ? [link(again, 'Try again')] : []),
    code === 'unauthorized' ? link('/sign-in', 'Sign in') : link(back, 'Back to the page'),
  ];
  return `<!doctype html>
<html lang="en" style="color-scheme:${theme ?? 'light dark'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="/icon.svg"><title>${escapeText(title)}, Lookback</title></head>
<body style="margin:0;background:${PAPER};color:${INK};font:14px/20px ${FACES}">
<main style="max-width:60ch;padding:48px 24px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600">${escapeText(title)}</h1>
${[message, more, id ? `Error ${id}` : ''].map(paragraph).join('\n')}
<p style="margin:16px 0;display:flex;flex-wrap:wrap;gap:8px 24px">${links.join('')}</p>
</main>
</body>
</html>
`;
}

/** The answers that another try may change. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['too_many', 'unavailable', 'defect', 'conflict']);

// The roles of the style sheet, whose file has another name with each release.
const PAPER = 'light-dark(#fcfbf8,#171613)';
const INK = 'light-dark(#1c1b18,#eae7df)';
const ACCENT = 'light-dark(#0b665c,#5cc2b0)';
const FACES = "'IBM Plex Sans',system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

function wordsOf(code: string, quota: QuotaKind | null): [title: string, more: string] {
  if (code === 'too_many')
    return [
      quota ? `More than ${describeQuota(quota)}` : 'Too many in a short time',
      'Nothing was lost: only this file was not made, and the page that you took it from is as it was.',
    ];
  return [
    TITLES[code] ?? 'This could not be done',
    KEPT.has(code) ? 'The page that you came from is as it was.' : '',
  ];
}

const TITLES: Record<string, string> = {
  unauthorized: 'You are not signed in',
  forbidden: 'This was refused',
  not_found: 'There is nothing at this address',
  invalid: 'This address cannot be read',
  unavailable: 'The database does not answer',
  defect: 'This file could not be made',
};
const KEPT: ReadonlySet<string> = new Set(['unavailable', 'defect', 'conflict', 'invalid']);

function paragraph(words: string): string {
  return words && `<p style="margin:0 0 12px">${escapeText(words)}</p>`;
}

function link(href: string, words: string): string {
  return `<a style="color:${ACCENT};padding:4px 0" href="${escapeText(href)}">${escapeText(words)}</a>`;
}
