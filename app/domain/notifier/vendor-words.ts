import { nameIn } from '#app/i18n/own-name.ts'

/** {vendor} in a message: the name that its reader knows. */
export function vendorWords(name: string, nameAlt: string | null): Record<string, string> {
  return { vendor: name, vendor_zh: nameIn('zh-CN', { name, nameAlt }), vendor_en: nameIn('en', { name, nameAlt }) }
}
