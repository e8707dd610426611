import Link from 'next/link';
import { Glyph } from '@/app/_ui/charts/glyph.tsx';
import table from '@/app/_ui/table/table.module.css';
import type { SessionShown, TrainingReport } from '@/db/reports/training.ts';
import { formatDate, formatFraction, NOTHING_KNOWN } from '@/lib/charts/format.ts';
import { effectInShort, inOneBreath } from '@/lib/charts/training-words.ts';
import style from '../training.module.css';

type Session = TrainingReport['planned'][number];

/** Sessions without their effect: those that are ahead, or of one module. */
export function PlannedTable({ sessions, caption }: { sessions: readonly Session[]; caption: string }) {
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <caption className="unseen">{caption}</caption>
      <Heads labels={['Session', 'Day', 'Teams', 'People']} />
      <tbody>
        {sessions.map((session) => (
          <tr key={session.sessionId}>
            <Name session={session} />
            <td>{formatDate(session.heldOn)}</td>
            <td className={table.wrapped}>{teamsOf(session)}</td>
            <td>{peopleOf(session)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Sessions that were held, the latest first, with what became of their techniques. */
export function HeldTable({ held }: { held: readonly SessionShown[] }) {
  return (
    <table className={`${table.table} ${table.stacked}`}>
      <caption className="unseen">Sessions held</caption>
      <Heads labels={['Session', 'Day', 'Teams', 'People', 'Since then, beside people not trained']} />
      <tbody>
        {held.map(({ session, effect }) => (
          <tr key={session.sessionId}>
            <Name session={session} />
            <td>{formatDate(session.heldOn)}</td>
            <td className={table.wrapped}>{teamsOf(session)}</td>
            <td>{peopleOf(session)}</td>
            <td className={table.wrapped}>
              <Effect effect={effect} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heads({ labels }: { labels: readonly string[] }) {
  return (
    <thead>
      <tr>
        {labels.map((label) => (
          <th key={label} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Name({ session: { sessionId, module, techniques } }: { session: Session }) {
  return (
    <th scope="row" className={`${table.wrapped} ${style.name}`}>
      <Link className="link" href={`/skills/training/sessions/${sessionId}`} prefetch={false}>
        {module}
      </Link>
      <span className="note">{inOneBreath(techniques.map(({ label }) => label))}</span>
    </th>
  );
}

const UNTOLD = {
  not_yet: 'Too early',
  hidden: 'Not told of so few people',
  not_asked: 'On its own page',
} as const;

function Effect({ effect }: Pick<SessionShown, 'effect'>) {
  if (typeof effect === 'string') return <span className="quiet">{UNTOLD[effect]}</span>;
  return (
    <span className={style.verdict}>
      <Glyph state={VERDICTS[effect.verdict]} />
      <span>{effectInShort(effect)}</span>
    </span>
  );
}

const VERDICTS = {
  worked: 'improvement',
  fell: 'concern',
  nothing: 'common',
  uncompared: 'common',
  too_few: 'few',
  too_early: 'few',
} as const;

function teamsOf({ teams }: Session): string {
  return teams.length === 0 ? NOTHING_KNOWN : teams.map(({ name }) => name).join(', ');
}

/** "8 of 10 came"; nobody asked is a whole team without people that are known. */
function peopleOf({ asked, attended, unmarked }: Session): string {
  if (asked === 0) return 'Nobody asked';
  return unmarked === asked ? `${asked} asked` : `${formatFraction(attended, asked)} came`;
}
