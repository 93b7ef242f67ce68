import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { readAgreement } from '#app/domain/agreements/read-agreement.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { agreementCan } from '#app/domain/agreements/agreement.ts'
import { authed } from '#app/http/authed.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { AgreementRail } from '#app/ui/agreement/agreement-rail.tsx'
import { AgreementText } from '#app/ui/agreement/agreement-text.tsx'
import { Completeness } from '#app/ui/agreement/completeness.tsx'
import { NextStep } from '#app/ui/agreement/next-step.tsx'
import { OpenPoints, Remarks } from '#app/ui/agreement/open-points.tsx'
import { ParameterTable } from '#app/ui/agreement/parameter-table.tsx'
import { ScheduleTable } from '#app/ui/agreement/schedule-table.tsx'
import { Signatures } from '#app/ui/agreement/signatures.tsx'
import { Columns } from '#app/ui/page/columns.tsx'
import { Section } from '#app/ui/page/section.tsx'
import type { loader as layout } from './_app.agreements.$agreementId.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const page = await readAgreement(ctx, params.agreementId!)
  const may = {
    draft: can(ctx.actor, 'agreement.draft'),
    send: can(ctx.actor, 'agreement.send'),
    sign: can(ctx.actor, 'agreement.sign'),
    void: can(ctx.actor, 'agreement.void') && agreementCan('void', page.agreement),
  }
  return { ...page, may, zone: ctx.organisation.zone }
})

export default function Agreement() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const service = useRouteLoaderData<typeof layout>('routes/_app.agreements.$agreementId')?.head.service ?? ''
  const { schedules, sections } = page
  const scope = schedules.find(({ id }) => id === 'S1')
  const isInTheMaking = page.agreement.sentAt === null
  const articles = sections.reduce((sum, section) => sum + section.articles.length, 0)
  return (
    <>
      <NextStep page={page} />
      <Columns rail={<AgreementRail page={page} service={service} />} railLabel={t('agreements.rail.label')}>
        <Remarks page={page} />
        <OpenPoints page={page} />
        <Signatures page={page} />
        {scope && (
          <Section title={t('agreements.scope.title')} aside={t('agreements.scope.aside', { count: scope.rows.length })} id="scope">
            <ScheduleTable schedule={scope} empty={t('agreements.scope.empty')} />
          </Section>
        )}
        <ParameterTable parameters={page.parameters} />
        <Completeness rows={page.completeness} isOpen={isInTheMaking} />
      </Columns>
      <Section title={t('agreements.text.title')} aside={t('agreements.text.aside', { count: articles })} id="text">
        <AgreementText sections={sections} schedules={schedules} words={{ schedules: t('agreements.text.schedules'), empty: t('agreements.text.empty') }} withoutFirst />
      </Section>
    </>
  )
}
