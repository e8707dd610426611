import { ESCALATION_REASON_LABELS } from '../taxonomy/labels.ts';
import { describePath } from './describe-incident.ts';
import { describeMinutes } from './duration-words.ts';
import type { IncidentRecord, Step } from './incident-record.ts';
import { describeInstant, describeMoment } from './moment-words.ts';

/** One row of the table of steps: the cells of its columns, null where nothing is known. */
export interface StepRow {
  seq: number;
  cells: readonly { text: string | null; below?: string | null }[];
}

/** The steps as a table, with only those columns in which at least one step has something known. */
export function stepRows(incident: IncidentRecord, timeZone: string): { columns: string[]; rows: StepRow[] } {
  const { steps } = incident;
  const columns = COLUMNS.filter(
    ({ always, cell }) => always || steps.some((step) => cell(step, timeZone).text),
  );
  return {
    columns: columns.map(({ label }) => label),
    rows: steps.map((step) => ({
      seq: step.seq,
      cells: columns.map(({ cell }) => cell(step, timeZone)),
    })),
  };
}

/** The way in one line: "Frontline › Supervisor, 23 h; 1 bounce". */
export function describeSteps({ path, steps, bounced, minutesToClose, teamChanges }: IncidentRecord): string {
  const way = path.length > 0 ? describePath(path) : 'Levels not known, drawn by team';
  const stays = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
  const changes = `${teamChanges} ${teamChanges === 1 ? 'change' : 'changes'} of team`;
  const length = minutesToClose === null ? '' : `${describeMinutes(minutesToClose)} to close`;
  return [way, stays, changes, bounced ? 'comes back to a level' : '', length].filter(Boolean).join('; ');
}

interface Column {
  label: string;
  always?: boolean;
  cell: (step: Step, timeZone: string) => { text: string | null; below?: string | null };
}

const COLUMNS: readonly Column[] = [
  {
    label: 'When',
    always: true,
    cell: ({ moment, waitMinutes }, timeZone) => ({
      text: moment && describeMoment(moment, timeZone),
      below: waitMinutes === null ? null : `stayed ${describeMinutes(waitMinutes)}`,
    }),
  },
  { label: 'Level', cell: ({ level }) => ({ text: level?.label ?? null }) },
  { label: 'Team', cell: ({ team, agent }) => ({ text: team, below: agent }) },
  {
    label: 'Reason, in short',
    cell: ({ reason, note }) => {
      const known = reason === 'unknown' ? null : ESCALATION_REASON_LABELS[reason];
      return { text: [known, note].filter(Boolean).join(': ') || null };
    },
  },
  {
    label: 'Handoff',
    cell: ({ handoffDocumented, handoffBriefed }) => ({
      text:
        [said(handoffDocumented, 'documented'), said(handoffBriefed, 'briefed')].filter(Boolean).join(', ') ||
        null,
    }),
  },
  {
    label: 'Customer',
    cell: ({ customerToldAt }, timeZone) => ({
      text: customerToldAt === null ? null : `told ${describeInstant(customerToldAt, timeZone)}`,
    }),
  },
];

function said(flag: boolean | null, word: string): string {
  return flag === null ? '' : flag ? word : `not ${word}`;
}
