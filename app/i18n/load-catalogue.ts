import type { Locale } from './locale.ts'
import type { Words } from './translate.ts'

const load = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
} satisfies Record<Locale, () => Promise<{ default: Words }>>

/** Fetches one language's catalogue: in the browser a chunk of its own. */
export async function loadCatalogue(locale: Locale): Promise<Words> {
  return (await load[locale]()).default
}
