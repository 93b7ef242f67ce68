import type { Locale } from './locale.ts'

const load = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
} satisfies Record<Locale, () => Promise<{ default: object }>>

/** Fetches one language's catalogue: in the browser a chunk of its own. */
export async function loadCatalogue(locale: Locale): Promise<object> {
  return (await load[locale]()).default
}
