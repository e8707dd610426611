'use client';

import Link from 'next/link';
import { lazy, Suspense } from 'react';
import { controlClass } from '@/app/_ui/form/button.tsx';
import { Caret } from '@/app/_ui/frame/caret.tsx';
import { Popup } from '@/app/_ui/frame/popup.tsx';
import { addressOf, type ViewsModel, viewInUse } from '@/lib/views/view-model.ts';
import style from './views.module.css';

const ViewChoices = lazy(() => import('./view-choices.tsx'));

/** Which view the page is and whether it was changed since; opens the views and what can be done with them. */
export function ViewMenu({ views, query }: { views: ViewsModel; query: string }) {
  const inUse = viewInUse(views, query);
  const { current, isChanged, last } = inUse;
  const words = current ? `View: ${current.name}${isChanged ? ' (changed)' : ''}` : 'Views';
  return (
    <>
      <Popup
        name="Views of this page"
        button={{ className: controlClass('quiet', style.button), title: words }}
        content={(close) => (
          <Suspense>
            <ViewChoices views={views} query={query} inUse={inUse} onDone={close} />
          </Suspense>
        )}
      >
        {current ? (
          <>
            View: <b className={style.name}>{current.name}</b>
            {isChanged ? <span className={style.changed}>(changed)</span> : null}
          </>
        ) : (
          'Views'
        )}{' '}
        <Caret />
      </Popup>
      {last ? (
        <Link
          href={addressOf(last)}
          className={controlClass('quiet', style.button)}
          title={`The view that you looked at last: ${last.name}`}
          prefetch={false}
        >
          Last: <b className={style.name}>{last.name}</b>
        </Link>
      ) : null}
    </>
  );
}
