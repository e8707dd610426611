import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { hasSample } from '@/db/reports/sample.ts';
import { SampleButton } from '../../sample/sample-button.tsx';
import style from '../settings.module.css';

export const metadata: Metadata = { title: 'Sample' };

/** The place where an administrator loads the sample and takes it out again. */
export default async function SamplePage() {
  await requireRight('administer');
  const isLoaded = await hasSample();
  return (
    <>
      <h1>Sample</h1>
      <p className="quiet">
        {isLoaded
          ? 'The sample is loaded. Removing it takes out its incidents, customers, teams and sites, and nothing else.'
          : 'About 12,000 invented incidents of the last two years, with patterns to be found in them. They can be removed again without touching anything else.'}
      </p>
      <div className={style.section}>
        <SampleButton change={isLoaded ? 'remove' : 'load'} />
      </div>
    </>
  );
}
