'use client';

import { lazy, Suspense } from 'react';
import { controlClass } from '@/app/_ui/form/button.tsx';
import { Caret } from '@/app/_ui/frame/caret.tsx';
import { Popup } from '@/app/_ui/frame/popup.tsx';
import { isSameQuery, type ViewsModel } from '@/lib/views/view-model.ts';
import style from './views.module.css';

const ViewChoices = lazy(() => import('./view-choices.tsx'));

/** Which view is in use and whether it was changed since; opens the views and what can be done with them. */
export function ViewMenu({ views, query }: { views: ViewsModel; query: string }) {
  const current = views.views.find(({ viewId }) => viewId === views.current?.viewId) ?? null;
  const isChanged = current !== null && !isSameQuery(current.query, query);
  const words = current ? `View: ${current.name}${isChanged ? ' (changed)' : ''}` : 'Views';
  return (
    <Popup
      name="Views of this page"
      button={{ className: controlClass('quiet', style.button), title: words }}
      content={(close) => (
        <Suspense>
          <ViewChoices views={views} query={query} current={current} isChanged={isChanged} onDone={close} />
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
  );
}
