import type { IncidentRecord } from '@/lib/analysis/incident-record.ts';
import { describeInstant } from '@/lib/analysis/moment-words.ts';
import { formatCount } from '@/lib/charts/format.ts';
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

/** What is longer scrolls in a place of its own, so that what follows stays within reach. */
const LONG = 5000;
/** The keyboard has to reach what scrolls. */
const SCROLLS = { tabIndex: 0 } as const;

function Prose({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  const words = (
    <p className={style.prose} dir="auto">
      <RedactedText text={text} />
    </p>
  );
  if (text.length <= LONG) return <Section title={title}>{words}</Section>;
  return (
    <Section title={title} note={`${formatCount(text.length)} characters`}>
      <section className={style.long} aria-label={`${title}, in full`} {...SCROLLS}>
        {words}
      </section>
    </Section>
  );
}
