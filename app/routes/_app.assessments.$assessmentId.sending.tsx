import { Form, useLoaderData } from '@remix-run/react'
import { assessmentCan, isWithVendor } from '#app/domain/assessments/assessment.ts'
import { findFirstOpening, getAssessment } from '#app/domain/assessments/queries.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { getQuestionnaire } from '#app/domain/questionnaires/published-questionnaire.server.ts'
import { headOf } from '#app/domain/reviews/head-of.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { date, dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { Facts } from '#app/ui/page/facts.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Section } from '#app/ui/page/section.tsx'
import { AssessmentHead } from '#app/ui/review/assessment-head.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const assessment = await getAssessment(ctx, params.assessmentId!)
  const [head, openedAt, questionnaire] = await Promise.all([headOf(ctx, assessment, ctx.organisation.zone), findFirstOpening(ctx, assessment.id), getQuestionnaire(ctx, assessment.questionnaireVersionId)])
  const { id, ref, profile, tier, dueOn, invitedAt, message, answeredCount, requiredCount, withdrawnAt, withdrawalReason } = assessment
  const { template } = questionnaire.compiled
  const name = template.profiles[profile]
  return {
    title: `${translator(ctx.locale)('assessments.sending.title')} · ${nameIn(ctx.locale, head.vendor)}`,
    head, openedAt, id, ref, tier, dueOn, invitedAt, message, withdrawnAt, withdrawalReason,
    answered: answeredCount,
    questions: requiredCount,
    questionnaire: [name && (ctx.locale === 'en' ? name.en : name.zh), questionnaire.version].filter(Boolean).join(' · '),
    zone: ctx.organisation.zone,
    may: {
      preview: can(ctx.actor, 'assessment.preview') && assessment.contactId !== null,
      remind: isWithVendor(assessment) && can(ctx.actor, 'assessment.remind'),
      resend: isWithVendor(assessment) && can(ctx.actor, 'assessment.send'),
      extend: isWithVendor(assessment) && can(ctx.actor, 'assessment.extend'),
      withdraw: assessmentCan('withdraw', assessment) && can(ctx.actor, 'assessment.withdraw'),
    },
  }
})

export const meta = pageMeta

export default function Sending() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { head, ref, dueOn, invitedAt, openedAt, message, withdrawnAt, withdrawalReason, zone } = data
  const { names, vendor, assessment } = head
  const facts = [
    { term: t('assessments.columns.contact'), value: names.contact ?? t('assessments.noContact') },
    { term: t('assessments.columns.due'), value: date(dueOn, t.locale, 'full') },
    { term: t('assessments.sending.opened'), value: openedAt ? dateTime(openedAt, t.locale, zone) : t('assessments.sending.notOpened') },
    { term: t('assessments.columns.progress'), value: t('assessments.answered', { answered: data.answered, questions: data.questions }) },
    { term: t('assessments.new.template'), value: data.questionnaire },
    ...(message === null ? [] : [{ term: t('assessments.new.message'), value: <span className="said">{message}</span> }]),
    ...(withdrawnAt === null ? [] : [{ term: t('assessments.sending.withdrawn'), value: `${dateTime(withdrawnAt, t.locale, zone)} · ${withdrawalReason ?? ''}` }]),
  ]
  return (
    <>
      <AssessmentHead vendor={vendor} assessment={assessment} />
      <Page>
        <PageHeader title={t('assessments.sending.title')} lede={t('assessments.sending.lede', { ref, date: dateTime(invitedAt, t.locale, zone), name: names.sender ?? '' })} />
        <Section title={t('assessments.sending.facts')}>
          <Facts facts={facts} />
        </Section>
        <Actions name={names.contact ?? ''} />
      </Page>
    </>
  )
}

/** Each with one sentence that says what it does. */
function Actions({ name }: { name: string }) {
  const t = useT()
  const { id, may } = useLoaderData<typeof loader>()
  if (!Object.values(may).some(Boolean)) return null
  return (
    <Section title={t('assessments.sending.actions')}>
      <ul className="verbs">
        {may.preview && (
          <li>
            <Post to={paths.assessmentVerb(id, 'preview')} verb={t('assessments.sending.preview')} reload />
            <p className="muted">{t('assessments.sending.previewBody', { name })}</p>
          </li>
        )}
        {may.remind && (
          <li>
            <Post to={paths.assessmentVerb(id, 'remind')} verb={t('assessments.remind')} />
            <p className="muted">{t('assessments.sending.remindBody', { name })}</p>
          </li>
        )}
        {may.resend && (
          <li>
            <ButtonLink to={paths.assessmentVerb(id, 'resend')}>{t('assessments.sending.resend')}</ButtonLink>
            <p className="muted">{t('assessments.sending.resendBody')}</p>
          </li>
        )}
        {may.extend && (
          <li>
            <ButtonLink to={paths.assessmentVerb(id, 'extend')}>{t('assessments.sending.extend')}</ButtonLink>
            <p className="muted">{t('assessments.sending.extendBody')}</p>
          </li>
        )}
        {may.withdraw && (
          <li>
            <ButtonLink to={paths.assessmentVerb(id, 'withdraw')}>{t('assessments.sending.withdraw')}</ButtonLink>
            <p className="muted">{t('assessments.sending.withdrawBody')}</p>
          </li>
        )}
      </ul>
      {may.resend && <p className="hint after">{t('assessments.sending.linkNone')}</p>}
    </Section>
  )
}

function Post({ to, verb, reload }: { to: string; verb: string; reload?: boolean }) {
  return (
    <Form method="post" action={to} reloadDocument={reload}>
      <Once />
      <Button type="submit">{verb}</Button>
    </Form>
  )
}
