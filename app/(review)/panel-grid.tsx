import { type ReactNode, Suspense } from 'react';
import grid from '@/app/_ui/charts/grid.module.css';
import { PanelBoundary } from '@/app/_ui/charts/panel-boundary.tsx';
import { PanelSkeleton } from '@/app/_ui/charts/panel-states.tsx';

/** Where a panel stands, and how high its picture will be. */
export interface PanelPlace<Id extends string> {
  id: Id;
  name: string;
  height: number;
  width: string | undefined;
}

interface PanelGridProps<Id extends string> {
  places: readonly PanelPlace<Id>[];
  /** Each streams into its place; null where all are still to come. */
  panels: Record<Id, ReactNode> | null;
}

/** The panels of a page in their places: one that fails or is still being counted leaves the others alone. */
export function PanelGrid<Id extends string>({ places, panels }: PanelGridProps<Id>) {
  return (
    <div className={grid.grid}>
      {places.map(({ id, name, height, width }) => {
        const skeleton = (
          <PanelSkeleton name={name} height={height} {...(width === undefined ? {} : { className: width })} />
        );
        return (
          <PanelBoundary key={id} name={name} className={width}>
            {panels ? <Suspense fallback={skeleton}>{panels[id]}</Suspense> : skeleton}
          </PanelBoundary>
        );
      })}
    </div>
  );
}
