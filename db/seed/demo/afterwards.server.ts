import { suspendSupply } from '#app/domain/vendors/suspend-supply.server.ts'
import { withdrawVendor } from '#app/domain/vendors/withdraw-vendor.server.ts'
import { renderTerminationNotice } from '#app/pdf/render-termination-notice.server.ts'
import { completeStep } from '#app/domain/violations/complete-step.server.ts'
import { issueTerminationNotice } from '#app/domain/violations/issue-termination-notice.server.ts'
import { getNoticeFacts } from '#app/domain/violations/notice-facts.server.ts'
import { addEvidence } from '#app/domain/violations/add-evidence.server.ts'
import { confirmCase } from '#app/domain/violations/confirm-case.server.ts'
import { getCase } from '#app/domain/violations/queries.server.ts'
import { reportViolation } from '#app/domain/violations/report-violation.server.ts'
import { startInvestigation } from '#app/domain/violations/start-investigation.server.ts'
import { triageCase } from '#app/domain/violations/triage-case.server.ts'
import { as, type DemoWorld } from './demo-world.server.ts'
import type { Onboarded } from './onboard.server.ts'
import { demoPdf, once } from './papers.ts'
import type { DemoVendor } from './vendors.ts'

/** What happens to some vendors once they work: a suspicion, a confirmed violation, a stop of supply. */
export async function afterwards(world: DemoWorld, spec: DemoVendor, { vendorId }: Onboarded): Promise<void> {
  switch (spec.then) {
    case 'withdrawn':
      await as(world, 'procurement', { day: -spec.began + 20 }, (ctx) => withdrawVendor(ctx, vendorId, { reason: '业务取消，不再需要该服务。' }))
      return
    case 'suspended':
      await as(world, 'compliance', { day: -9 }, (ctx) => suspendSupply(ctx, vendorId, { reason: '坐席录音抽查发现提醒话术超出授权场景，核查期间暂停供给。', severity: 'high' }))
      return
    case 'suspected':
      await suspect(world, vendorId, { day: -1, violationId: 'V-09', facts: '访问日志中出现未在名册内的账号 ops-17，三天内查看影像四十二次。', infoTypes: ['id_number'] })
      return
    case 'must_terminate':
      await establish(world, vendorId, { day: -1, violationId: 'V-04', facts: '供应商将画像任务交给未经同意的第三方执行，付款记录与来源地址均指向该第三方。', infoTypes: ['identity_basic', 'transaction'] })
      return
    case 'notice_issued':
      await giveNotice(world, await establish(world, vendorId, { day: -6, violationId: 'V-01', facts: '核验接口返回的身份信息被用于供应商自有产品的营销名单。', infoTypes: ['identity_basic', 'contact'] }), -5)
      return
    case undefined:
  }
}

type Incident = { day: number; violationId: string; facts: string; infoTypes: string[] }

async function suspect(world: DemoWorld, vendorId: string, { day, violationId, facts, infoTypes }: Incident): Promise<string> {
  const { id } = await as(world, 'security', { day, minute: 5 }, (ctx) =>
    reportViolation(ctx, { vendorId, violationId, source: 'report', facts, infoTypes, subjectsAffected: 1284, firstOn: world.clock.date(day - 12), lastOn: world.clock.date(day - 1), changesPlaceOrSubprocessors: false }),
  )
  return id
}

/** From the report to a confirmed violation: triage, investigation, evidence, a second person. */
async function establish(world: DemoWorld, vendorId: string, incident: Incident): Promise<string> {
  const { day, violationId } = incident
  const caseId = await suspect(world, vendorId, incident)
  await as(world, 'compliance', { day, minute: 50 }, async (ctx) => {
    const found = await getCase(ctx, caseId)
    await triageCase(ctx, caseId, { class: found.class, severity: found.severity, scope: incident.facts, supply: 'keep', liftReason: undefined, revision: found.revision })
  })
  await as(world, 'compliance', { day, minute: 70 }, async (ctx) => {
    const { revision } = await getCase(ctx, caseId)
    await startInvestigation(ctx, caseId, { investigatorId: world.people.compliance.userId, revision })
    await addEvidence(ctx, caseId, { description: '付款记录与接口日志比对', file: { name: 'Payment-and-interface-comparison.pdf', source: once(demoPdf('Comparison of payments and interface logs', violationId)) } })
  })
  await as(world, 'head', { day, minute: 380 }, async (ctx) => {
    const { revision } = await getCase(ctx, caseId)
    await confirmCase(ctx, caseId, { reason: '日志、付款记录与供应商说明相互印证，事实清楚，证据充分。', aggravated: false, revision })
  })
  return caseId
}

/** The head of compliance issues the notice; what the company itself had to do at once is done. */
async function giveNotice(world: DemoWorld, caseId: string, day: number) {
  await as(world, 'head', { day, minute: 20 }, async (ctx) => {
    const facts = await getNoticeFacts(ctx, caseId)
    await issueTerminationNotice(ctx, caseId, { notice: { name: `${facts.violationCase.ref}-termination-notice.pdf`, source: once(renderTerminationNotice(facts)) } })
  })
  for (const [step, key, proof] of DONE_AT_ONCE) {
    await as(world, key, { day, minute: 90 }, (ctx) => completeStep(ctx, caseId, { stepId: step, proof }))
  }
}

const DONE_AT_ONCE = [
  ['W-02', 'security', '令牌与账号已逐项撤销，共享密钥已轮换，记录附于工单。'],
  ['W-03', 'compliance', '已告知法务、管理层、采购与业务负责人。'],
  ['W-04', 'compliance', '经判断不构成较大以上事件，按一般事件留存。'],
  ['W-05', 'security', '日志、协议与往来邮件已封存并计算哈希。'],
  ['W-07', 'compliance', '受影响客户已识别并完成告知。'],
] as const
