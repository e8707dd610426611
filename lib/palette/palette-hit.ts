/** Something that the palette leads to. */
export interface PaletteHit {
  /** Different for each hit. */
  id: string;
  label: string;
  /** What it is, or where: in small type. */
  note: string;
  href: string;
}

/** Hits of one kind under their name. */
export interface PaletteGroup {
  label: string;
  hits: readonly PaletteHit[];
}
