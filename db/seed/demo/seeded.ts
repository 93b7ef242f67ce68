/** The last act of the making: a demo organisation without it in its trail was left half made. */
export const SEEDED = 'organisation.seed_demo'
