// Pages of the organisation run the router; the vendor's portal is plain HTML with a few live parts.
if (document.documentElement.dataset.catalogue === 'portal') await import('./entry.portal.ts')
else await import('./entry.app.tsx')

export {}
