import type { Mail } from './mail.ts';

/** What a mail says, in the order in which it is read. */
export interface Letter {
  to: string;
  subject: string;
  paragraphs: readonly string[];
  /** What can be done about it. */
  link: { label: string; url: string } | null;
  /** In smaller words below. */
  remarks: readonly string[];
}

/** A letter as plain text and as a page that needs nothing from elsewhere. */
export function toMail({ to, subject, paragraphs, link, remarks }: Letter): Mail {
  const text = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), ...remarks].join('\n\n');
  return { to, subject, text: `${text}\n`, html: toHtml({ subject, paragraphs, link, remarks }) };
}

function toHtml({ subject, paragraphs, link, remarks }: Omit<Letter, 'to'>): string {
  const small = 'font-size:12px;line-height:18px;color:#5c5952';
  const button =
    'display:inline-block;padding:8px 14px;border-radius:4px;background:#0b6156;color:#fdfcf8;text-decoration:none';
  const parts = [
    ...paragraphs.map((words) => `<p style="margin:0 0 14px">${toHtmlText(words)}</p>`),
    ...(link
      ? [
          `<p style="margin:0 0 14px"><a href="${toHtmlText(link.url)}" style="${button}">${toHtmlText(link.label)}</a></p>`,
          `<p style="margin:0 0 14px;${small}">Or open this address: <a href="${toHtmlText(link.url)}" style="color:#0b6156;word-break:break-all">${toHtmlText(link.url)}</a></p>`,
        ]
      : []),
    ...remarks.map((words) => `<p style="margin:0 0 8px;${small}">${toHtmlText(words)}</p>`),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${toHtmlText(subject)}</title></head>
<body style="margin:0;padding:24px;background:#fdfcf8;color:#1b1a17;font:14px/21px 'IBM Plex Sans',system-ui,sans-serif">
<div style="max-width:560px">
${parts.join('\n')}
</div></body></html>
`;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toHtmlText(words: string): string {
  return words.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
