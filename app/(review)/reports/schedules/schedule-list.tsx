import Link from 'next/link';
import { AskFirst } from '@/app/_ui/form/ask-first.tsx';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { ListedSchedule } from '@/db/reports/report-schedules.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import style from '../reports.module.css';
import { pauseTheSchedule, removeTheSchedule, runTheSchedule } from './actions.ts';
import { RunHistory } from './run-history.tsx';

interface ScheduleListProps {
  schedules: readonly ListedSchedule[];
  timeZone: string;
}

/** Each schedule with its next time and what came of the last ones. */
export function ScheduleList({ schedules, timeZone }: ScheduleListProps) {
  if (schedules.length === 0) return <p className="quiet">You have not set up a schedule yet.</p>;
  return schedules.map((schedule) => (
    <Schedule key={schedule.scheduleId} schedule={schedule} timeZone={timeZone} />
  ));
}

function Schedule({ schedule, timeZone }: { schedule: ListedSchedule; timeZone: string }) {
  const { scheduleId, name, title, format, address, rhythm, recipients, folder, isPaused, nextAt, runs } =
    schedule;
  const goes =
    folder === null ? recipients.join(', ') : `the folder ${folder === '' ? 'of reports' : folder}`;
  return (
    <article className={style.schedule} aria-label={name}>
      <h3>{name}</h3>
      <p>
        <Link href={address} className="link" prefetch={false}>
          {title}
        </Link>{' '}
        as {format}, {rhythm}, to {goes}.{' '}
        {isPaused ? <b>Paused.</b> : <>Next: {describeInstant(nextAt, timeZone)}.</>}
      </p>
      <div className={style.does}>
        <OneButtonForm
          action={runTheSchedule}
          fields={{ scheduleId }}
          label="Run now"
          during="Asking"
          saved="It is being made."
        />
        <OneButtonForm
          action={pauseTheSchedule}
          fields={{ scheduleId, isPaused: String(!isPaused) }}
          label={isPaused ? 'Resume' : 'Pause'}
          during="Saving"
        />
        <AskFirst
          action={removeTheSchedule}
          fields={{ scheduleId }}
          label="Remove"
          of={name}
          during="Removing"
        >
          Nothing is sent by it from then on, and its history goes. The reports that it made stay for their
          time.
        </AskFirst>
      </div>
      <RunHistory name={name} runs={runs} timeZone={timeZone} />
    </article>
  );
}
