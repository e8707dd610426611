'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { Popup } from '@/app/_ui/frame/popup.tsx';
import { seriesOf } from '@/lib/analysis/signal-key.ts';
import { acknowledgeSignal, muteSeries } from './actions.ts';
import style from './signals.module.css';

interface SignalActionsProps {
  signal: { key: string; series: string; seen: boolean };
  /** The filters of the page. */
  query: string;
}

/** What can be done about a signal: it was seen, or its series needs nobody for a while. */
export function SignalActions({ signal, query }: SignalActionsProps) {
  const { key, series, seen } = signal;
  return (
    <Popup
      name={`Review ${series}`}
      button={{ 'aria-label': `Review ${series}`, className: style.button ?? '' }}
      content={
        <div className={style.forms}>
          {seen ? null : <Acknowledge signal={key} query={query} />}
          <Mute series={seriesOf(key)} query={query} />
        </div>
      }
    >
      Review
    </Popup>
  );
}

function Acknowledge({ signal, query }: { signal: string; query: string }) {
  const sent = useSentForm(acknowledgeSignal);
  return (
    <form {...sent.form} aria-label="Acknowledge">
      <input type="hidden" name="key" value={signal} />
      <input type="hidden" name="query" value={query} />
      <p className="note">It stays listed, after those that nobody has seen.</p>
      <Button type="submit" kind="primary" disabled={sent.isSending}>
        I have seen it
      </Button>
      <FormOutcome sent={sent} saved="Noted." />
    </form>
  );
}

function Mute({ series, query }: { series: string; query: string }) {
  const sent = useSentForm(muteSeries);
  return (
    <form {...sent.form} aria-label="Mute the series">
      <input type="hidden" name="key" value={series} />
      <input type="hidden" name="query" value={query} />
      <TextField
        label="Why its signals need nobody"
        name="reason"
        maxLength={300}
        problem={sent.problemOf('reason') ?? null}
      />
      <TextField
        label="Until, if you know"
        name="until"
        type="date"
        hint="From that day on it is listed again."
        problem={sent.problemOf('until') ?? null}
      />
      <Button type="submit" disabled={sent.isSending}>
        Mute the series
      </Button>
      <FormOutcome sent={sent} saved="Muted." />
    </form>
  );
}
