import type { MappingDescription } from '@/lib/intake/describe-mappings.ts';
import style from './import.module.css';

/** What a mapping expects to find in a file. */
export function MappingColumns({ mapping }: { mapping: MappingDescription }) {
  const { label, about, required, optional, rows } = mapping;
  return (
    <section className={style.expects} aria-live="polite">
      <h2>What “{label}” expects</h2>
      <p>{about}</p>
      <p className="quiet">{rows}</p>
      <h3>Columns that must be there</h3>
      <Names names={required} />
      {optional.length > 0 ? (
        <>
          <h3>Columns that are used where they are there</h3>
          <Names names={optional} />
        </>
      ) : null}
      <p className="quiet">Other columns are kept with each incident as they came.</p>
    </section>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul className={style.names}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
