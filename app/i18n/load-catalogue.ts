import type { Locale } from './locale.ts'
import type { Words } from './translate.ts'

/** Which words a page's browser code needs: all, or those of the vendor's portal. */
type Catalogue = 'whole' | 'portal'

const load: Record<Catalogue, Record<Locale, () => Promise<{ default: Words }>>> = {
  whole: { en: () => import('./en.ts'), 'zh-CN': () => import('./zh-CN.ts') },
  portal: { en: () => import('./en.portal.ts'), 'zh-CN': () => import('./zh-CN.portal.ts') },
}

/** Fetches one language's words: in the browser a chunk of its own. */
export async function loadCatalogue(locale: Locale, catalogue: Catalogue): Promise<Words> {
  return (await load[catalogue][locale]()).default
}
