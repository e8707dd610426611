/**
 * The light values of the design tokens. Files that leave the page (PNG, SVG, PDF) always use these, whatever theme
 * the reader has chosen; the page itself uses the tokens.
 */
export const LIGHT = {
  paper: '#FCFBF8',
  sunk: '#F4F2EC',
  ink: '#1C1B18',
  'ink-2': '#56524A',
  'ink-3': '#7D786E',
  rule: '#E0DCD3',
  'rule-2': '#BDB7AB',
  ghost: '#969084',
  concern: '#B34700',
  improve: '#0B66B5',
  common: '#77726A',
  'id-1': '#692278',
  'id-2': '#2A9C99',
  'id-3': '#AA8A2B',
  'id-4': '#3E4800',
  'id-5': '#887DD4',
  'id-6': '#9A4A6D',
  'id-7': '#563A38',
  'id-8': '#89856D',
  'id-other': '#7D786E',
  'seq-1': '#ECF3ED',
  'seq-2': '#CBDCD4',
  'seq-3': '#A8C5BC',
  'seq-4': '#84ADA4',
  'seq-5': '#63948D',
  'seq-6': '#457A75',
  'seq-7': '#2A5E5B',
  'seq-text': '#FCFBF8',
  'seq-text-5': '#1C1B18',
} as const;

export type Token = keyof typeof LIGHT;

export const FONT =
  "'IBM Plex Sans Variable', 'IBM Plex Sans', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
