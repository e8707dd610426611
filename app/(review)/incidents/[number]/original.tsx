import type { IncidentReport } from '@/db/reports/incident.ts';
import style from './incident.module.css';
import { Reveal } from './reveal.tsx';

interface OriginalProps {
  number: number;
  original: IncidentReport['original'];
  mayReveal: boolean;
}

/** Says below the words that something was taken out of them, and opens the original to those who may see it. */
export function Original({ number, original, mayReveal }: OriginalProps) {
  if (original === 'nothing_taken_out') return null;
  return (
    <section className={style.original} aria-label="Original">
      <p className="note">{original === 'sealed' && mayReveal ? OPENABLE : NOTES[original]}</p>
      {original === 'sealed' && mayReveal ? <Reveal number={number} /> : null}
    </section>
  );
}

const OPENABLE = 'Personal data was taken out of these words. The original is sealed; opening it is logged.';
const NOTES = {
  sealed: 'Personal data was taken out of these words. The original is sealed: a QA analyst can open it.',
  dropped: 'Personal data was taken out of these words, and no original is kept.',
};
