import type { Pack, PackPanel } from '../pack.ts';

/** Texts that do harm where they are not expected, and are to come out as they went in. */
export const HOSTILE: Readonly<Record<string, string>> = {
  formula: '=HYPERLINK("http://127.0.0.1/","click")',
  plus: "+1+cmd|' /C calc'!A0",
  at: '@SUM(1+1)',
  tab: '\t=1+1',
  quotes: '"quoted", and; more \'of\' it',
  lines: 'one\ntwo\r\nthree\rfour',
  hebrew: 'שלום עולם and back',
  arabic: 'خدمة العملاء (شمال) 24/7',
  between: 'Team אבג (דה) 123, then כן.',
  chinese: '中文客户服务 客戶服務',
  japanese: 'お客様サービス',
  korean: '고객 서비스',
  hindi: 'ग्राहक सेवा',
  thai: 'บริการลูกค้า',
  flags: '🇬🇧 👍🏽 ❤️ 1️⃣ ≥ →',
  ancient: 'cuneiform 𒀀 and a private \ue000',
  override: 'abc\u202egnp.exe',
  emoji: '👩‍👩‍👧 😀 done',
  controls: 'a\u0000b\u0001c\u000bd\u001be\u007f',
  broken: 'half \ud83d a pair',
  nothing: 'no\ufffe character\uffff',
  escape: '_x0041_ is not A',
  markup: '</t></is></c><script>alert(1)</script>&amp;&#0;]]>',
  pdf: ') Tj ET (injected) /JS (app.alert(1)) \\',
  spaces: '  kept on both sides  ',
  greek: 'Ωμέγα, Жизнь, Việt Nam, łódź',
};

/** A pack whose every text is hostile, with figures of every form. */
export function hostilePack(extra: Partial<Pack> = {}): Pack {
  const nasty = HOSTILE.markup ?? '';
  return {
    page: 'overview',
    title: `${HOSTILE.pdf} ${HOSTILE.emoji}`,
    workspace: `${HOSTILE.formula}`,
    filterWords: `${nasty} ${HOSTILE.hebrew}`,
    filters: [{ label: 'Channel', words: nasty }],
    periodWords: '1 Jan to 30 Jun 2024',
    period: { firstDay: '2024-01-01', lastDay: '2024-06-30' },
    comparisonWords: null,
    ignored: [`Left out of the address: ${nasty}`],
    timeZone: 'Europe/London',
    madeAt: '2024-07-20T12:00:00.000Z',
    asOf: '2024-07-20T11:59:00.000Z',
    dataTo: '2024-06-29',
    report: 'R-2026-0147',
    factsVersion: 12,
    taxonomy: 7,
    shown: { count: 12, of: 40, unclassified: 2, withoutPath: 1 },
    address: '/?period=2024-01-01..2024-06-30',
    query: 'period=2024-01-01..2024-06-30',
    panels: [hostilePanel()],
    methods: [
      {
        id: 'counted',
        title: 'What is counted',
        blocks: [{ is: 'paragraph', words: ['Each incident once.'] }],
      },
    ],
    ...extra,
  };
}

function hostilePanel(): PackPanel {
  return {
    id: 'triggers',
    name: 'Triggers',
    headline: `${HOSTILE.formula} ${HOSTILE.emoji}`,
    subtitle: `${HOSTILE.lines}`,
    definition: { title: 'Triggers', text: `${HOSTILE.controls}` },
    picture: null,
    empty: `${HOSTILE.override}`,
    table: {
      columns: [
        { id: 'name', label: '=Name', form: 'text' },
        { id: 'count', label: 'Incidents', form: 'count' },
        { id: 'share', label: 'Share', form: 'share' },
        { id: 'day', label: 'First day', form: 'date' },
        { id: 'time', label: 'Open for', form: 'minutes' },
      ],
      rows: [
        ...Object.values(HOSTILE).map((text) => ({ cells: [text, 3, 0.25, '2024-03-04', 90.5], open: null })),
        { cells: ['nothing known', null, null, null, null], open: null },
        { cells: ['long '.repeat(20_000), 0, 0, '2024-03-04', 0], open: null },
      ],
      total: ['All', 51, 1, null, null],
    },
  };
}
