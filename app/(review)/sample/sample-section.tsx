import { hasSample } from '@/db/reports/sample.ts';
import style from './sample.module.css';
import { SampleButton } from './sample-button.tsx';

/** The place where an administrator loads the sample and takes it out again. */
export async function SampleSection() {
  const isLoaded = await hasSample();
  return (
    <section id="sample" className={style.section} aria-labelledby="sample-heading">
      <h2 id="sample-heading">Sample data</h2>
      <p className="quiet">
        {isLoaded
          ? 'The sample is loaded. Removing it takes out its incidents, customers, teams and sites, and nothing else.'
          : 'About 12,000 invented incidents of the last two years, with patterns to be found in them. They can be removed again without touching anything else.'}
      </p>
      <SampleButton change={isLoaded ? 'remove' : 'load'} />
    </section>
  );
}
