import type { KeptPatternReport } from '@/db/reports/kept-pattern.ts';
import style from '../patterns.module.css';
import { WhysForm } from './whys-form.tsx';

interface WhysProps {
  report: KeptPatternReport;
  className: string | undefined;
}

/** The questions that lead to the root cause; the last answer is the headline. */
export function Whys({ report, className }: WhysProps) {
  const { whys, pattern, mayKeep } = report;
  const root = whys.at(-1);
  return (
    <section className={`${style.panel} ${className}`} aria-labelledby="whys">
      <h2 id="whys">{root ? `Root cause: ${root.answer}` : 'The root cause is not known yet'}</h2>
      <p className="note">
        5 whys: ask of each answer why again, until the answer is something that can be changed.
      </p>
      {whys.length > 0 ? (
        <ol className={style.whys}>
          {whys.map(({ question, answer, evidence }) => (
            <li key={`${question} ${answer}`}>
              <span className={style.question}>{question}</span>
              <span className={style.answer}>{answer}</span>
              {evidence ? <span className="note">{evidence}</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {mayKeep ? (
        <details className={style.edit}>
          <summary>{whys.length > 0 ? 'Edit the whys' : 'Write the whys'}</summary>
          <WhysForm pattern={{ patternId: pattern.patternId, version: pattern.version }} whys={whys} />
        </details>
      ) : null}
    </section>
  );
}
