import { getAgreement } from '#app/domain/agreements/queries.server.ts'
import { saveAgreement } from '#app/domain/agreements/save-agreement.server.ts'
import { sendAgreement } from '#app/domain/agreements/send-agreement.server.ts'
import { signAgreement } from '#app/domain/agreements/sign-agreement.server.ts'
import { startAgreement } from '#app/domain/agreements/start-agreement.server.ts'
import { submitAgreement } from '#app/domain/agreements/submit-agreement.server.ts'
import { as, asContact, type DemoWorld } from './demo-world.server.ts'
import { reaches, type Onboarded } from './onboard.server.ts'
import type { DemoVendor } from './vendors.ts'

/** The agreement from the approved scope to both signatures. */
export async function contract(world: DemoWorld, spec: DemoVendor, { engagementId, contact }: Onboarded): Promise<void> {
  if (!reaches(spec, 'contracting')) return
  const day = -spec.began + 18
  const { id } = await as(world, 'procurement', { day }, async (ctx) => {
    const started = await startAgreement(ctx, engagementId)
    return saveAgreement(ctx, started.id, {
      revision: started.revision,
      parameters: { main_contract_ref: `HW-MC-${started.number.slice(-4)}` },
      scope: started.scope.map((row) => ({ ...row, fields: ['姓名', '手机号'], max_records_per_day: 5_000, max_export_per_event: row.operations.includes('provide') ? 500 : 0, hours: '08:00-22:00' })),
    })
  })
  if (!reaches(spec, 'sent')) return
  await as(world, 'procurement', { day, minute: 30 }, (ctx) => submitAgreement(ctx, id))
  await as(world, 'compliance', { day: day + 1 }, (ctx) => sendAgreement(ctx, id))
  if (!reaches(spec, 'half_signed')) return
  const { digest } = await as(world, 'compliance', { day: day + 1, minute: 1 }, (ctx) => getAgreement(ctx, id))
  await asContact(world, contact, { day: day + 3 }, (ctx) => signAgreement(ctx, id, { name: contact.name, role: '授权代表', digest: digest ?? '' }))
  if (!reaches(spec, 'active')) return
  await as(world, 'executive', { day: day + 4 }, (ctx) => signAgreement(ctx, id, { name: world.people.executive.name, role: 'Chief Operating Officer', digest: digest ?? '' }))
}
