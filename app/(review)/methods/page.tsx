import type { Metadata } from 'next';
import { requireViewer } from '@/app/_server/session.ts';
import { Page } from '@/app/_ui/frame/shell.tsx';
import { methodsDocument } from '@/db/reports/methods-document.ts';
import { Blocks } from './blocks.tsx';
import style from './methods.module.css';

export const metadata: Metadata = { title: 'Methods' };

/** Every method in plain words, each under an address of its own that definitions lead to. */
export default async function MethodsPage() {
  await requireViewer();
  const { title, introduction, passages } = await methodsDocument();
  return (
    <Page>
      <div className={style.room}>
        <nav id="passages" className={style.contents} aria-label="Passages">
          <ul>
            {passages.map(({ id, title: name }) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <article className={style.text}>
          <h1>{title}</h1>
          <a href="#passages" className={`link ${style.jump}`}>
            Passages
          </a>
          <Blocks blocks={introduction} />
          {passages.map(({ id, title: name, blocks }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>
                <a href={`#${id}`}>{name}</a>
              </h2>
              <Blocks blocks={blocks} />
            </section>
          ))}
        </article>
      </div>
    </Page>
  );
}
