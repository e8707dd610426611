/** What a panel can leave as: its picture, or its rows; `csv-plain` is without a byte order mark. */
export const PANEL_FORMATS = ['png', 'svg', 'csv', 'csv-plain', 'ndjson'] as const;
export type PanelFormat = (typeof PANEL_FORMATS)[number];

/** The addresses of a panel as files, in the order in which they are offered. */
export type PanelFiles = Readonly<Record<Exclude<PanelFormat, 'csv-plain'>, string>>;

/** The addresses of a panel by what makes one of a format. */
export function panelFiles(hrefOf: (format: PanelFormat) => string): PanelFiles {
  return { png: hrefOf('png'), svg: hrefOf('svg'), csv: hrefOf('csv'), ndjson: hrefOf('ndjson') };
}

export function isPanelFormat(text: string): text is PanelFormat {
  return (PANEL_FORMATS as readonly string[]).includes(text);
}
