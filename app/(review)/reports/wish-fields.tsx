'use client';

import { useState } from 'react';
import { SelectField } from '@/app/_ui/form/field.tsx';
import { PACK_FORMAT_IDS, PACK_FORMATS } from '@/lib/packs/formats.ts';
import { hasIncidents, packPageAt } from '@/lib/packs/pack-pages.ts';
import { formatWords } from '@/lib/reports/format-words.ts';
import type { SourceGroup } from './source-choices.ts';

interface WishFieldsProps {
  groups: readonly SourceGroup[];
  problemOf: (field: string) => string | undefined;
}

/** What a report is made of, and as which kind of file: only the kinds that go together are offered. */
export function WishFields({ groups, problemOf }: WishFieldsProps) {
  const [from, setFrom] = useState(groups[0]?.choices[0]?.value ?? '');
  const isRows = from.startsWith('/incidents');
  const page = packPageAt(from.replace(/\?.*$/, ''));
  const hasRows = page !== null && hasIncidents(page);
  const formats = PACK_FORMAT_IDS.filter((id) => {
    const holdsRows = PACK_FORMATS[id].holds === 'rows';
    return isRows ? holdsRows : hasRows || !holdsRows;
  });
  return (
    <>
      <SelectField
        label="Made of"
        name="from"
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        problem={problemOf('from')}
      >
        {groups.map(({ label, choices }) => (
          <optgroup key={label} label={label}>
            {choices.map((choice) => (
              <option key={choice.label} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <SelectField label="Format" name="format" problem={problemOf('format')}>
        {formats.map((id) => (
          <option key={id} value={id}>
            {formatWords(id)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
