import Link from 'next/link';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import table from '@/app/_ui/table/table.module.css';
import type { GapToClose, TrainingPlan } from '@/db/reports/training-plan.ts';
import {
  formatCount,
  formatCounted,
  formatDate,
  formatList,
  formatPercent,
  formatRough,
  NOTHING_KNOWN,
} from '@/lib/charts/format.ts';
import { inSentence } from '@/lib/charts/sentence-words.ts';
import style from '../training.module.css';

interface PlanTableProps {
  plan: TrainingPlan;
  mayTrain: boolean;
}

/** What to train next: gaps that the figures support, the most to gain first, each with what there is to close it. */
export function PlanTable({ plan: { gaps, process, periodWords }, mayTrain }: PlanTableProps) {
  return (
    <section className={style.section} aria-labelledby="next">
      <h2 id="next">
        {gaps.length === 0
          ? 'No gap that the figures support'
          : `${formatCounted(gaps.length, 'gap')} to train next, the most to gain first`}
      </h2>
      <p className="quiet">
        Below the standard by more than chance explains, {periodWords}.
        {process.length === 0
          ? ''
          : ` As low in every team, so for the process and not for training: ${formatList(process.map(inSentence))}.`}{' '}
        <PageLink className="link" href="/skills">
          All gaps
        </PageLink>
      </p>
      {gaps.length === 0 ? null : (
        <table className={`${table.table} ${table.stacked}`}>
          <caption className="unseen">Gaps to train next</caption>
          <thead>
            <tr>
              <th scope="col">Technique</th>
              <th scope="col">Team</th>
              <th scope="col" className={table.figure}>
                Estimate, %
              </th>
              <th scope="col" className={table.figure}>
                95 % interval
              </th>
              <th scope="col" className={table.figure}>
                n
              </th>
              <th scope="col" className={table.figure}>
                Standard, %
              </th>
              <th scope="col" className={table.figure}>
                Handlings more
              </th>
              <th scope="col" className={table.after}>
                To close it
              </th>
              {mayTrain ? (
                <th scope="col">
                  <span className="unseen">Plan</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {gaps.map((gap) => (
              <Row key={`${gap.technique.id} ${gap.team.id}`} gap={gap} mayTrain={mayTrain} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ gap, mayTrain }: { gap: GapToClose; mayTrain: boolean }) {
  const { technique, team, cell, standard } = gap;
  const { estimate, interval, handlings, opportunities } = cell;
  return (
    <tr>
      <th scope="row" className={table.wrapped}>
        {technique.label}
      </th>
      <td className={table.wrapped}>{team.label}</td>
      <td className={table.figure} data-label="Estimate, %">
        {estimate === null ? NOTHING_KNOWN : formatPercent(estimate, 0)}
      </td>
      <td className={table.figure} data-label="95 % interval">
        {interval ? `${formatPercent(interval[0], 0)}–${formatPercent(interval[1], 0)}` : NOTHING_KNOWN}
      </td>
      <td className={table.figure} data-label="n">
        {formatCount(opportunities)}
      </td>
      <td className={table.figure} data-label="Standard, %">
        {formatPercent(standard, 0)}
      </td>
      <td className={table.figure} data-label="Handlings more">
        {handlings === null ? NOTHING_KNOWN : formatRough(handlings)}
      </td>
      <td className={`${table.wrapped} ${table.after}`}>
        <Means gap={gap} />
      </td>
      {mayTrain ? (
        <td>
          <Link
            className="link"
            href={`/skills/training/sessions/new?technique=${technique.id}&team=${team.code}`}
            prefetch={false}
          >
            Plan a session
            <span className="unseen">
              {' '}
              in {inSentence(technique.label)} for {team.label}
            </span>
          </Link>
        </td>
      ) : null}
    </tr>
  );
}

function Means({ gap: { modules, cards, session, technique } }: { gap: GapToClose }) {
  return (
    <>
      {session ? (
        <Link className="link" href={`/skills/training/sessions/${session.sessionId}`} prefetch={false}>
          Planned for {formatDate(session.heldOn)}
        </Link>
      ) : modules.length === 0 ? (
        'No module trains it yet'
      ) : (
        formatList(modules.map(({ name }) => name))
      )}
      ,{' '}
      <Link className="link" href={`/skills/scenarios?technique=${technique.id}`} prefetch={false}>
        {cards === 0 ? 'no card' : formatCounted(cards, 'card')}
      </Link>
    </>
  );
}
