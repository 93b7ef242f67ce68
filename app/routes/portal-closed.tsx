import type { LoaderFunctionArgs } from '@remix-run/node'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { portalHandle } from '#app/ui/portal-handle.ts'

export const handle = portalHandle

export const loader = ({ context }: LoaderFunctionArgs) => ({ title: translator(context.locale)('portal.closed.title') })

export const meta = pageMeta

/** Where a vendor's person lands without a running session: how to get in again. */
export default function PortalClosed() {
  const t = useT()
  return (
    <DoorFrame homeTo="/portal">
      <section>
        <h1>{t('portal.closed.title')}</h1>
        <p>{t('portal.closed.body')}</p>
        <p className="muted">{t('portal.closed.hint')}</p>
      </section>
    </DoorFrame>
  )
}
