import Link from 'next/link';
import { Fragment } from 'react';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import type { IncidentReport } from '@/db/reports/incident.ts';
import { countItAgain } from './actions.ts';
import style from './incident.module.css';

/** Says that an incident is set aside, why and by whom, with the way back; and which others are the same as it. */
export function Standing({
  number,
  standing: { setAside, duplicates, maySetAside },
}: {
  number: number;
  standing: IncidentReport['standing'];
}) {
  return (
    <>
      {setAside ? (
        <section className={style.aside} aria-label="Set aside">
          <p>
            <b>{setAside.label}</b>
            {setAside.sameAs ? (
              <>
                :{' '}
                <PageLink href={`/incidents/${setAside.sameAs.number}`} className={`link ${style.inText}`}>
                  {setAside.sameAs.name}
                </PageLink>
              </>
            ) : null}
            . It is in no figure, list, search or file.
          </p>
          {setAside.reason ? <p className={style.reason}>{setAside.reason}</p> : null}
          <p className="note">
            Set aside by {setAside.by}, {setAside.when}
          </p>
          {maySetAside ? (
            <OneButtonForm
              action={countItAgain}
              fields={{ number }}
              label="Undo: count it again"
              during="Counting it again"
            />
          ) : null}
        </section>
      ) : null}
      {duplicates.length > 0 ? (
        <p className="note">
          Also on record as{' '}
          {duplicates.map((duplicate, index) => (
            <Fragment key={duplicate.number}>
              {index > 0 ? ', ' : ''}
              <Link
                href={`/incidents/${duplicate.number}`}
                className={`link ${style.inText}`}
                prefetch={false}
              >
                {duplicate.name}
              </Link>
            </Fragment>
          ))}
          , {duplicates.length === 1 ? 'which is' : 'which are'} set aside as the same.
        </p>
      ) : null}
    </>
  );
}
