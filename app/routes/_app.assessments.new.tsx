import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { suggestedDueDate } from '#app/domain/assessments/due-date.ts'
import { recipientChoice, SendAssessmentInput } from '#app/domain/assessments/input.ts'
import { listReadyEngagements } from '#app/domain/assessments/queries.server.ts'
import { sendAssessment } from '#app/domain/assessments/send-assessment.server.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { getEngagement } from '#app/domain/engagements/queries.server.ts'
import { publishedQuestionnaire } from '#app/domain/questionnaires/published-questionnaire.server.ts'
import { visibleQuestions } from '#app/domain/questionnaires/visibility.ts'
import { getContact, getVendor, listContacts } from '#app/domain/vendors/queries.server.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import type { MemberContext } from '#app/http/session.server.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { RecipientFields, recipientLabels } from '#app/ui/assessment/recipient-fields.tsx'
import { SentLink } from '#app/ui/assessment/sent-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/form/date-field.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Empty } from '#app/ui/page/empty.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Tier } from '#app/ui/risk/tier.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Body, Cell, Row, RowHead, Table } from '#app/ui/table/table.tsx'

export const loader = authed(async ({ ctx, request }) => {
  requirePermission(ctx, 'assessment.send')
  const engagementId = new URL(request.url).searchParams.get('engagement')
  const title = translator(ctx.locale)('assessments.new.title')
  return engagementId ? { title, to: await sendingTo(ctx, engagementId) } : { title, ready: await listReadyEngagements(ctx) }
})

async function sendingTo(ctx: MemberContext, engagementId: string) {
  const engagement = await getEngagement(ctx, engagementId)
  const [vendor, contacts, today, { compiled }] = await Promise.all([getVendor(ctx, engagement.vendorId), listContacts(ctx, engagement.vendorId), getToday(ctx), publishedQuestionnaire(ctx)])
  const { tier, intake } = engagement
  return {
    engagementId: engagement.id,
    engagement: engagement.title,
    vendor: ctx.locale === 'en' ? (vendor.nameAlt ?? vendor.name) : vendor.name,
    tier,
    questions: tier ? visibleQuestions(compiled, { tier, intake, answers: {}, assessmentDate: today }).length : 0,
    contacts: contacts.filter(({ isActive }) => isActive).map(({ id, name, title: role }) => ({ value: id, label: role ? `${name} · ${role}` : name })),
    dueOn: suggestedDueDate(today),
    language: ctx.organisation.language,
  }
}

/** The link can be read once, so the answer is the page itself. */
export const action = authed(async ({ ctx, form, request }) => {
  const engagementId = new URL(request.url).searchParams.get('engagement') ?? ''
  const { dueOn, message, ...recipient } = parseForm(form, SendAssessmentInput)
  const { assessment, link } = await sendAssessment(ctx, { engagementId, to: recipientChoice(recipient), dueOn, message })
  const { name, email } = await getContact(ctx, assessment.contactId!)
  return { sent: { assessmentId: assessment.id, link, name, email } }
})

export const meta = pageMeta

export default function NewAssessment() {
  const data = useLoaderData<typeof loader>()
  return <Page>{data.to ? <Sending to={data.to} /> : <Choosing ready={data.ready ?? []} />}</Page>
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

function Sending({ to }: { to: NonNullable<Data['to']> }) {
  const t = useT()
  const answer = useActionData<typeof action>()
  const sent = answer && 'sent' in answer ? answer.sent : undefined
  const { vendor, engagement, tier, questions, contacts, dueOn, language } = to
  const labels = { ...recipientLabels(t), dueOn: t('assessments.new.dueOn'), message: t('assessments.new.message') }
  const { field, errors } = useFields(sent ? undefined : answer, { initial: { contactId: contacts[0]?.value ?? '', dueOn, language }, labels })
  const lede = t('assessments.new.lede', { vendor, engagement })
  if (sent) {
    return (
      <>
        <PageHeader title={t('assessments.sending.done')} lede={lede} />
        <SentLink {...sent} />
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('assessments.new.title')} lede={lede} />
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={answer} />
        <RecipientFields contacts={contacts} field={field} />
        <DateField field={field('dueOn', { required: true })} hint={t('assessments.new.dueHint')} />
        <TextArea field={field('message', { maxLength: 1000 })} hint={t('assessments.new.messageHint')} optional rows={3} />
        {tier && (
          <Note title={t('assessments.new.template')}>
            <p>{t(tier === 'T4' ? 'assessments.new.lite' : 'assessments.new.full', { tier, count: questions })}</p>
          </Note>
        )}
        <div className="btn-row">
          <SubmitButton>{t('assessments.new.submit')}</SubmitButton>
        </div>
      </Form>
    </>
  )
}

function Choosing({ ready }: { ready: NonNullable<Data['ready']> }) {
  const t = useT()
  const columns = [
    { id: 'request', label: t('assessments.columns.request') },
    { id: 'vendor', label: t('assessments.columns.vendor') },
    { id: 'tier', label: t('assessments.columns.tier') },
    { id: 'action', label: t('assessments.columns.action'), hidden: true },
  ]
  return (
    <>
      <PageHeader title={t('assessments.new.chooseTitle')} lede={t('assessments.new.chooseBody')} />
      {ready.length === 0 ? (
        <Empty title={t('assessments.new.none')} actions={<ButtonLink to={paths.engagements()}>{t('engagements.title')}</ButtonLink>}>
          {t('assessments.new.noneBody')}
        </Empty>
      ) : (
        <Table label={t('assessments.new.chooseTitle')} columns={columns}>
          <Body>
            {ready.map(({ id, ref, title, tier, vendorName }) => (
              <Row key={id}>
                <RowHead sub={ref}>{title}</RowHead>
                <Cell label={t('assessments.columns.vendor')}>{vendorName}</Cell>
                <Cell>{tier && <Tier tier={tier} />}</Cell>
                <Cell className="verb">
                  <ButtonLink to={paths.newAssessment(id)}>{t('assessments.send')}</ButtonLink>
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </>
  )
}
