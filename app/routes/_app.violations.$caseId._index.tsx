import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { getCaseFile } from '#app/domain/violations/case-file.server.ts'
import { caseIsFrozen } from '#app/domain/violations/case.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { CaseFacts } from '#app/ui/case/case-facts.tsx'
import { CaseHead } from '#app/ui/case/case-head.tsx'
import { CaseTimeline } from '#app/ui/case/case-timeline.tsx'
import { CaseWords } from '#app/ui/case/case-words-said.tsx'
import { currentStep } from '#app/ui/case/current-step.ts'
import { EvidenceList } from '#app/ui/case/evidence-list.tsx'
import { NextAct } from '#app/ui/case/next-act.tsx'
import { NoticeList } from '#app/ui/case/notice-list.tsx'
import { StepsTable } from '#app/ui/case/steps-table.tsx'
import { Track } from '#app/ui/case/track.tsx'
import { Section } from '#app/ui/page/section.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const file = await getCaseFile(ctx, params.caseId!)
  const { actor, now, organisation } = ctx
  const { violationCase, noticeFileId, ...rest } = file
  return {
    ...rest,
    violationCase,
    now,
    zone: organisation.zone,
    evidence: file.evidence.map((each) => ({ ...each, to: each.fileId ? paths.file(each.fileId) : undefined })),
    steps: file.steps.map(({ row, ...step }) => ({
      ...step,
      done: row?.doneAt ? { at: row.doneAt, by: row.doneBy, proof: row.proof, fileTo: row.fileId ? paths.file(row.fileId) : undefined } : undefined,
      waived: row?.waivedAt ? { at: row.waivedAt, by: row.waivedBy, reason: row.waiverReason ?? '', proof: row.proof } : undefined,
    })),
    noticeTo: noticeFileId ? paths.file(noticeFileId) : undefined,
    self: actor.userId,
    may: {
      triage: can(actor, 'violation.triage'),
      investigate: can(actor, 'violation.investigate'),
      confirm: can(actor, 'violation.confirm'),
      review: can(actor, 'violation.review_downgrade'),
      close: can(actor, 'violation.close'),
      issue: can(actor, 'violation.terminate'),
      step: can(actor, 'violation.complete_step'),
      evidence: can(actor, 'violation.add_evidence') && !caseIsFrozen(violationCase.state),
    },
  }
})

export default function CaseIndex() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { violationCase, steps, evidence, happenings, notices, may, now, zone } = page
  const links = {
    complete: (step: string) => paths.violationStep(violationCase.id, step),
    notice: may.issue && violationCase.state === 'must_terminate' ? paths.violationVerb(violationCase.id, 'notice') : undefined,
  }
  return (
    <>
      <CaseHead page={page} />
      <Track violationCase={violationCase} zone={zone} />
      <NextAct page={page} />
      {steps.length > 0 && <StepsTable steps={steps} current={currentStep(violationCase.state, steps)} links={links} now={now} zone={zone} mayRecord={may.step} />}
      <div className="halves block">
        <Section title={t('cases.record')} aside={t(may.evidence ? 'cases.recordOpen' : 'cases.recordFrozen')}>
          <CaseFacts page={page} />
        </Section>
        <div>
          <Section
            title={t('cases.evidence.title')}
            aside={
              may.evidence ? (
                <ButtonLink to={paths.violationVerb(violationCase.id, 'evidence')} small icon="upload">
                  {t('cases.evidence.add')}
                </ButtonLink>
              ) : (
                t('cases.evidence.count', { count: evidence.length })
              )
            }
          >
            <EvidenceList evidence={evidence} zone={zone} />
          </Section>
          <CaseWords page={page} />
        </div>
      </div>
      <div className="halves block">
        <Section title={t('cases.timeline')}>
          <CaseTimeline events={happenings} zone={zone} />
        </Section>
        <Section title={t('cases.notices.title')}>
          <NoticeList notices={notices} zone={zone} />
        </Section>
      </div>
    </>
  )
}
