import { useLoaderData } from '@remix-run/react'
import { answersInWords } from '#app/domain/engagements/answers-in-words.ts'
import { chosenLabels } from '#app/domain/engagements/chosen-labels.ts'
import { intakeTemplate } from '#app/domain/engagements/intake-template.server.ts'
import { getReadiness } from '#app/domain/engagements/readiness.server.ts'
import { getFile } from '#app/domain/evidence/queries.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { vendorCan } from '#app/domain/vendors/vendor.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { countryOptions } from '#app/i18n/countries.ts'
import { dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { AnswersInWords } from '#app/ui/engagement/answers-in-words.tsx'
import { InherentReasons } from '#app/ui/engagement/inherent-reasons.tsx'
import { TierMeaning } from '#app/ui/engagement/inherent-panel.tsx'
import { Columns } from '#app/ui/page/columns.tsx'
import { Facts } from '#app/ui/page/facts.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { Section } from '#app/ui/page/section.tsx'
import { EngagementStatusMark } from '#app/ui/vendor/row-status.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const { engagement, vendor, intake, inherent } = await getReadiness(ctx, params.engagementId!)
  const compiled = intakeTemplate()
  const [people, file] = await Promise.all([listMembers(ctx), engagement.piaFileId ? getFile(ctx, engagement.piaFileId) : undefined])
  const name = (userId: string | null) => people.find((person) => person.userId === userId)?.name
  const countries = new Map(countryOptions(ctx.locale).map(({ v, label }) => [v, label]))
  const answers = file ? { ...intake, 'IN-19': [file.name] } : intake
  const { id, ref, title, status, submittedAt, conflictStatement, requesterId, businessOwnerId, intakeNotes } = engagement
  const isDraft = status === 'draft'
  return {
    engagement: { id, ref, title, status, conflictStatement },
    inherent: isDraft ? inherent : (engagement.inherent ?? inherent),
    chosen: chosenLabels(compiled, intake, ctx.locale),
    answers: answersInWords(compiled.template.intake.items, answers, { notes: intakeNotes, locale: ctx.locale, country: (code) => countries.get(code) ?? code }),
    file: file && { id: file.id, name: file.name },
    submittedAt: submittedAt && dateTime(submittedAt, ctx.locale, ctx.organisation.zone, 'year'),
    requester: name(requesterId),
    owner: name(businessOwnerId),
    may: {
      fill: isDraft && can(ctx.actor, 'engagement.update'),
      send: status === 'submitted' && can(ctx.actor, 'assessment.send') && vendorCan('start_assessment', vendor),
    },
  }
})

export default function EngagementPage() {
  const t = useT()
  const { engagement, inherent, chosen, answers, file, submittedAt, requester, owner, may } = useLoaderData<typeof loader>()
  const { id, ref, title, status, conflictStatement } = engagement
  const people = [
    { term: t('engagements.column.requester'), value: requester },
    { term: t('engagements.intake.owner'), value: owner },
    { term: t('engagements.page.submitted'), value: submittedAt },
    { term: t('engagements.page.statement'), value: conflictStatement === 'none' ? t('engagements.page.noConflict') : conflictStatement },
    { term: t('engagements.page.file'), value: file && <a href={paths.file(file.id)}>{file.name}</a> },
  ].filter(({ value }) => value)
  const rail = (
    <>
      <Section title={t('engagements.inherent.means')}>
        <TierMeaning tier={inherent.tier} />
      </Section>
      <Section title={t('engagements.page.people')}>
        <Facts facts={people} />
      </Section>
    </>
  )
  return (
    <>
      <PageHeader
        title={title}
        lede={
          <>
            <span className="mono">{ref}</span> <EngagementStatusMark status={status} />
          </>
        }
        actions={
          <>
            {may.fill && (
              <ButtonLink kind="main" to={paths.engagementIntake(id)}>
                {t('engagements.page.continue')}
              </ButtonLink>
            )}
            {may.send && (
              <ButtonLink kind="main" to={paths.newAssessment(id)}>
                {t('engagements.page.send')}
              </ButtonLink>
            )}
          </>
        }
      />
      <Columns rail={rail} railLabel={t('engagements.page.people')}>
        <InherentReasons inherent={inherent} chosen={chosen} />
        <AnswersInWords parts={answers} />
      </Columns>
    </>
  )
}
