/** How long findings have been open, in days. */
export const AGES = ['d30', 'd60', 'd90', 'older'] as const
export type Age = (typeof AGES)[number]
