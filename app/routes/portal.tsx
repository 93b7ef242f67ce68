import { data } from '@remix-run/node'
import { Form, Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { takeFlash } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import { PortalFrame } from '#app/ui/frame/portal-frame.tsx'
import { ErrorPage } from '#app/ui/page/error-page.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { portalHandle } from '#app/ui/portal-handle.ts'

export const handle = portalHandle

/** What the frame of every portal page shows. */
export const loader = vendorAuthed(async ({ ctx, request }) => {
  const { contact, vendor, isPreview, isReadOnly } = ctx
  const { flash, headers } = await takeFlash(request)
  const company = ctx.locale === 'en' ? (vendor.nameAlt ?? vendor.name) : vendor.name
  return data({ person: { name: contact.name, role: contact.title ?? company }, zone: contact.zone, isPreview, isReadOnly, flash }, { headers })
})

export const meta = pageMeta

const NAV = [
  { id: 'requests', to: paths.portal() },
  { id: 'documents', to: paths.portalDocuments() },
  { id: 'colleagues', to: paths.portalColleagues() },
] as const

type Frame = ReturnType<typeof useLoaderData<typeof loader>>

export default function Portal() {
  return (
    <Framed frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </Framed>
  )
}

function Framed({ frame: { person, isPreview, isReadOnly, flash }, children }: { frame: Frame; children: ReactNode }) {
  return (
    <PortalFrame person={person} nav={[...NAV]} homeTo={paths.portal()} signOutAction={paths.portalSignOut()} flash={flash}>
      {isPreview && <Preview name={person.name} readOnly={isReadOnly} />}
      {children}
    </PortalFrame>
  )
}

/** A member looks through the contact's eyes. */
function Preview({ name, readOnly }: { name: string; readOnly: boolean }) {
  const t = useT()
  return (
    <div className="wrap preview">
      <Note tone="attention" role="group" title={t('portal.preview.title', { name })}>
        <p>{readOnly ? t('portal.preview.read_only') : t('portal.preview.demo', { name })}</p>
        <Form method="post" action={paths.portalSignOut()} reloadDocument>
          <Button small type="submit">
            {t('portal.preview.leave')}
          </Button>
        </Form>
      </Note>
    </div>
  )
}

export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>('routes/portal')
  if (!frame) {
    return (
      <DoorFrame homeTo={paths.portalClosed()}>
        <ErrorPage homeTo={paths.portal()} />
      </DoorFrame>
    )
  }
  return (
    <Framed frame={frame}>
      <main id="main" className="wrap portal-page" tabIndex={-1}>
        <ErrorPage homeTo={paths.portal()} />
      </main>
    </Framed>
  )
}
