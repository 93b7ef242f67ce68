/**
 * A layout route that exports it promises that its pages work as plain HTML: they load no router, and of the words only those
 * of the portal. What types and uploads comes alive by itself (app/entry.portal.ts).
 */
export const portalHandle = { catalogue: 'portal' } as const

export function isPortalHandle(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'catalogue' in handle && handle.catalogue === 'portal'
}
