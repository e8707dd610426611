import type { IncidentRecord } from '@/lib/analysis/incident-record.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import style from './incident.module.css';
import { RedactedText } from './redacted-text.tsx';
import { Section } from './section.tsx';

/** What was written down: the topic in the source's words, the narrative, how it was resolved. */
export function Words({ incident, timeZone }: { incident: IncidentRecord; timeZone: string }) {
  const { topic, narrative, resolution, wordsRemovedAt } = incident;
  if (wordsRemovedAt !== null) {
    return (
      <Section title="Narrative">
        <p className="quiet">
          Everything in words was removed {describeInstant(wordsRemovedAt, timeZone)}, by the period of
          retention or because the customer was erased. The figures stay.
        </p>
      </Section>
    );
  }
  if (!topic && !narrative && !resolution) {
    return (
      <Section title="Narrative">
        <p className="quiet">The source gives no topic, narrative or resolution.</p>
      </Section>
    );
  }
  return (
    <>
      <Prose title="Topic, in the source’s words" text={topic} />
      <Prose title="Narrative" text={narrative} />
      <Prose title="Resolution" text={resolution} />
    </>
  );
}

function Prose({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  return (
    <Section title={title}>
      <p className={style.prose}>
        <RedactedText text={text} />
      </p>
    </Section>
  );
}
