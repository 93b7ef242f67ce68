import { Form, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { assessmentCan } from '#app/domain/assessments/assessment.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { receiptOf } from '#app/domain/portal/receipt.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { dateTime, fileSize } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/page/facts.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { ReceiptAnswers } from '#app/ui/portal/receipt-answers.tsx'
import { RequestStatus } from '#app/ui/portal/request-status.tsx'
import { Body, Cell, Row, RowHead, Table } from '#app/ui/table/table.tsx'
import type { loader as frame } from './portal.tsx'

export const loader = vendorAuthed(async ({ ctx, params }) => {
  const answering = await loadAnswering(ctx, params.assessmentId!)
  const { organisation, vendor, locale } = ctx
  const named = ({ name, nameAlt }: { name: string; nameAlt: string | null }) => (locale === 'en' ? (nameAlt ?? name) : name)
  const { assessment } = answering
  return {
    title: translator(locale)('portal.receipt.title'),
    id: assessment.id,
    status: assessment.status,
    canReopen: assessmentCan('reopen', assessment),
    receipt: receiptOf(answering, locale),
    organisation: named(organisation),
    vendor: named(vendor),
    zone: ctx.contact.zone,
  }
})

export const meta = pageMeta

export default function PortalReceipt() {
  const t = useT()
  const { id, status, canReopen, receipt, organisation, vendor, zone } = useLoaderData<typeof loader>()
  const readOnly = useRouteLoaderData<typeof frame>('routes/portal')?.isReadOnly ?? true
  const at = dateTime(receipt.submittedAt, t.locale, zone)
  return (
    <main id="main" className="portal-page" tabIndex={-1}>
      <PageHeader
        title={t('portal.receipt.title')}
        lede={t('portal.receipt.lede', { organisation, vendor, date: at })}
        actions={
          <a className="btn btn-main" href={paths.portalReceiptPdf(id)}>
            {t('portal.receipt.pdf')}
          </a>
        }
      />
      <Section title={t('portal.receipt.facts')}>
        <Facts
          facts={[
            { term: t('portal.ask.label'), value: receipt.ref },
            { term: t('portal.home.status'), value: <RequestStatus status={status} /> },
            { term: t('portal.tasks.title'), value: t('portal.receipt.version', { version: receipt.version }) },
            { term: t('portal.receipt.submitted'), value: at },
            { term: t('portal.receipt.attestedBy'), value: `${receipt.attestation.name} · ${receipt.attestation.role}` },
            { term: t('portal.receipt.digest'), value: <span className="mono digest">{receipt.digest}</span> },
          ]}
        />
      </Section>
      {canReopen ? (
        <Note title={t('portal.receipt.amend')}>
          <p>{t('portal.receipt.amendBody')}</p>
          <Form method="post" action={paths.portalReopen(id)}>
            <Button type="submit" disabledReason={readOnly ? t('portal.preview.read_only') : undefined}>
              {t('portal.receipt.amend')}
            </Button>
          </Form>
        </Note>
      ) : null}
      <p className="muted">{t('portal.receipt.next')}</p>
      <Section title={t('portal.receipt.files')} aside={receipt.files.length === 0 ? undefined : receipt.files.length}>
        {receipt.files.length === 0 ? <p className="muted">{t('portal.receipt.noFiles')}</p> : <Files />}
      </Section>
      <ReceiptAnswers sections={receipt.sections} />
    </main>
  )
}

function Files() {
  const t = useT()
  const { receipt } = useLoaderData<typeof loader>()
  const columns = [
    { id: 'file', label: t('portal.receipt.file') },
    { id: 'question', label: t('portal.receipt.question') },
    { id: 'digest', label: t('portal.receipt.digest') },
  ]
  return (
    <Table label={t('portal.receipt.files')} columns={columns} compact>
      <Body>
        {receipt.files.map(({ questionId, name, sizeBytes, sha256 }) => (
          <Row key={questionId + sha256}>
            <RowHead sub={fileSize(sizeBytes, t.locale)}>{name}</RowHead>
            <Cell label={t('portal.receipt.question')}>{questionId}</Cell>
            <Cell className="mono digest">{sha256}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
