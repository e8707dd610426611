'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PaletteGroup, PaletteHit } from '@/lib/palette/palette-hit.ts';
import { LONGEST_SEARCH } from '@/lib/search/search-words.ts';
import style from './find.module.css';
import { takeHeld } from './held-keys.ts';
import { keepRecent, readRecent } from './recent.ts';
import { useFound } from './use-found.ts';

/** Finds pages, views, kept patterns, teams, reports and incidents while somebody types, and goes there. */
export default function Palette({ account, onClose }: { account: string; onClose: () => void }) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [recent] = useState(() => readRecent(account));
  const { groups, state } = useFound(text);
  const lately = text.trim() === '' && recent.length > 0 ? [{ label: 'Lately', hits: recent }] : [];
  const shown = [...lately, ...groups.map((group) => without(group, lately))].filter(
    ({ hits }) => hits.length > 0,
  );
  const go = (hit: PaletteHit) => {
    keepRecent(account, hit);
    onClose();
    router.push(hit.href);
  };
  const typeHeld = () => {
    const held = takeHeld();
    if (held !== '') setText((before) => (before + held).slice(0, LONGEST_SEARCH));
  };
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className={style.backdrop} />
        <Dialog.Popup className={`${style.dialog} ${style.palette}`} aria-label="Find" onFocus={typeHeld}>
          <Autocomplete.Root
            open
            inline
            items={shown.map(({ label, hits }) => ({ value: label, items: hits }))}
            mode="none"
            value={text}
            onValueChange={setText}
            itemToStringValue={({ label }) => label}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              className={style.input}
              aria-label="Find a page, view, pattern, team, report or incident"
              placeholder="Page, view, pattern, team; report or incident by id; or words"
              maxLength={LONGEST_SEARCH}
            />
            <Autocomplete.List className={style.list}>
              {(group: { value: string; items: PaletteHit[] }) => (
                <Autocomplete.Group key={group.value} items={group.items} className={style.group}>
                  <Autocomplete.GroupLabel className={style.where}>{group.value}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(hit: PaletteHit) => (
                      <Autocomplete.Item
                        key={hit.id}
                        value={hit}
                        className={style.hit}
                        onClick={() => go(hit)}
                      >
                        <span className={style.label}>{hit.label}</span>
                        <span className={style.kind}>{hit.note}</span>
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            <p className={style.state} role="status">
              {describe(state, text, shown.length > 0)}
            </p>
          </Autocomplete.Root>
          <Dialog.Close className={style.close}>
            Close <kbd>Esc</kbd>
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function without(group: PaletteGroup, others: readonly PaletteGroup[]): PaletteGroup {
  const there = new Set(others.flatMap(({ hits }) => hits.map(({ href }) => href)));
  return { ...group, hits: group.hits.filter(({ href }) => !there.has(href)) };
}

function describe(state: 'asking' | 'there' | 'failed', text: string, hasHits: boolean): string {
  if (state === 'failed') return 'This could not be looked up. Type again to ask once more.';
  if (state === 'asking') return hasHits ? '' : 'Looking';
  return hasHits ? '' : `Nothing is found for “${text.trim()}”.`;
}
