import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { intakeOnly } from '#app/domain/engagements/intake-template.server.ts'
import { getReadiness } from '#app/domain/engagements/readiness.server.ts'
import { saveIntake } from '#app/domain/engagements/save-intake.server.ts'
import { getFile } from '#app/domain/evidence/queries.server.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseIntakeForm } from '#app/http/intake-form.server.ts'
import { paths } from '#app/http/paths.ts'
import { countryOptions } from '#app/i18n/countries.ts'
import { translator } from '#app/i18n/index.ts'
import { IntakeForm } from '#app/ui/engagement/intake-form.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params, request }) => {
  requirePermission(ctx, 'engagement.update')
  const { engagement, vendor, intake } = await getReadiness(ctx, params.engagementId!)
  if (engagement.status !== 'draft') throw redirect(paths.engagement(engagement.id))
  const [people, file] = await Promise.all([listMembers(ctx), engagement.piaFileId ? getFile(ctx, engagement.piaFileId) : undefined])
  const { id, ref, title, revision, businessOwnerId, intakeNotes } = engagement
  return {
    title: translator(ctx.locale)('engagements.intake.title'),
    template: intakeOnly(),
    engagement: { id, ref, title, revision, businessOwnerId, intake, notes: intakeNotes },
    vendor: { id: vendor.id, name: vendor.name, regNo: vendor.regNo },
    file: file && { id: file.id, name: file.name, sizeBytes: file.sizeBytes },
    people: people.map(({ userId, name }) => ({ value: userId, label: name })),
    countries: countryOptions(ctx.locale).map(({ v, label }) => ({ value: v, label })),
    addRow: new URL(request.url).searchParams.get('add') ?? undefined,
  }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { id } = await saveIntake(ctx, params.engagementId!, await parseIntakeForm(ctx, form))
  const add = form.get('_add')
  if (typeof add === 'string') return redirect(`${paths.engagementIntake(id)}?add=${encodeURIComponent(add)}#${encodeURIComponent(add)}`)
  if (form.has('_check')) return redirect(paths.engagementSubmit(id))
  return redirectWith(paths.engagementIntake(id), { kind: 'done', key: 'engagements.intake.done' })
})

export const meta = pageMeta

export default function EngagementIntake() {
  const data = useLoaderData<typeof loader>()
  return <IntakeForm key={data.engagement.revision} {...data} refused={useActionData<typeof action>()} />
}
