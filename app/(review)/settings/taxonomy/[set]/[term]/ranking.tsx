import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { TermReport } from '@/db/reports/term.ts';
import { rankSentences } from '@/lib/taxonomy/preview-words.ts';
import style from '../../../settings.module.css';
import { rankTheLevel } from '../../actions.ts';
import { Preview } from './preview.tsx';

/** Another rank of a level, with what that changes. */
export function Ranking({ report: { term, preview } }: { report: TermReport }) {
  const ranked = preview?.kind === 'rank' && preview.rank !== term.rank ? preview : null;
  return (
    <section className={style.section} aria-labelledby="ranking">
      <h2 id="ranking">Rank {term.rank}</h2>
      <p className="quiet">
        Rank 1 is the front line: a case is escalated once it reaches a higher one, and the highest is the
        level that it reached.
      </p>
      <form method="get" action="#ranking" className={style.form} aria-label="Rank">
        <TextField
          label="Another rank"
          name="rank"
          type="number"
          min={1}
          max={99}
          defaultValue={ranked?.rank ?? term.rank}
          required
        />
        <Button type="submit">Show what would change</Button>
      </form>
      {ranked ? (
        <Preview sentences={rankSentences(term, ranked)}>
          <OneButtonForm
            action={rankTheLevel}
            fields={{ set: 'level', id: term.id, version: term.version, rank: ranked.rank }}
            label={`Give it rank ${ranked.rank}`}
            during="Counting anew"
          />
        </Preview>
      ) : null}
    </section>
  );
}
