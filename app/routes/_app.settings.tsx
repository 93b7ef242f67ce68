import { Outlet } from '@remix-run/react'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { Page } from '#app/ui/page/page.tsx'
import { Tabs } from '#app/ui/page/tabs.tsx'

const PAGES = ['organisation', 'people', 'calendar', 'account', 'sessions'] as const

/** Settings pages side by side under one heading. */
export default function Settings() {
  const t = useT()
  return (
    <Page>
      <PageHeader title={t('settings.title')} />
      <Tabs label={t('settings.tabs')} tabs={PAGES.map((page) => ({ to: paths.settings(page), label: t(`settings.tab.${page}`) }))} />
      <div className="settings">
        <Outlet />
      </div>
    </Page>
  )
}
