/** What is documented in Lookback itself comes from here. Programs may not write under this name. */
export const OWN_SOURCE = { id: 'lookback', label: 'Documented here' } as const;
