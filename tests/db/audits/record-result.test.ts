import { expect, test } from 'vitest'
import { listApplicableChecks } from '#app/domain/audits/applicable-checks.server.ts'
import { listResults } from '#app/domain/audits/queries.server.ts'
import { recordResult } from '#app/domain/audits/record-result.server.ts'
import { agreements, files } from '#db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { anAuditAt, AUDIT_ROLES } from '#tests/support/audit.ts'
import { aFile } from '#tests/support/case.ts'
import { anOrganisation } from '#tests/support/world.ts'

const result = (more = {}) => ({ checkId: 'AC-LOG-01', outcome: 'minor', note: 'Two days are missing', evidence: 'Log index', causedByCompany: false, ...more }) as const

test('keeps what the lead found, with its file, and the later word stands', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const lead = org.as('compliance')
  const audit = await anAuditAt(org, { stage: 'fieldwork' })
  await org.run(lead, async (ctx) => {
    await recordResult(ctx, audit.id, { ...result(), file: aFile() })
    await recordResult(ctx, audit.id, result({ outcome: 'major' }))
    const [row, ...others] = await listResults(ctx, audit.id)
    expect(others).toEqual([])
    expect(row).toMatchObject({ checkId: 'AC-LOG-01', outcome: 'major', evidence: 'Log index', updatedBy: lead.userId })
    expect(await ctx.db.select({ name: files.name }).from(files).where(eq(files.id, row!.fileId!))).toEqual([{ name: 'log-extract.txt' }])
  })
})

test('refuses without permission, and anybody but the lead', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'fieldwork' })
  await expect(org.run(org.as('procurement'), (ctx) => recordResult(ctx, audit.id, result()))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(org.run(org.as('compliance_head'), (ctx) => recordResult(ctx, audit.id, result()))).rejects.toMatchObject({ key: 'status.blocked.audit.not_the_lead' })
})

test("does not find another organisation's audit, nor a check that does not apply", async () => {
  const [one, two] = [await anOrganisation(...AUDIT_ROLES), await anOrganisation(...AUDIT_ROLES)]
  const audit = await anAuditAt(one, { stage: 'fieldwork' })
  await expect(two.run(two.as('compliance'), (ctx) => recordResult(ctx, audit.id, result()))).rejects.toMatchObject({ code: 'not-found' })
  await expect(one.run(one.as('compliance'), (ctx) => recordResult(ctx, audit.id, result({ checkId: 'AC-LOG-05' })))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses an audit that is not in fieldwork', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org, { stage: 'notified' })
  await expect(org.run(org.as('compliance'), (ctx) => recordResult(ctx, audit.id, result()))).rejects.toMatchObject({ key: 'status.blocked.audit.wrong_state' })
})

test('depth and facts choose the checks; a check that asks for an unknown answer stays in', async () => {
  const org = await anOrganisation(...AUDIT_ROLES)
  const audit = await anAuditAt(org)
  await org.run(org.as('compliance'), async (ctx) => {
    const ids = async (depth: 'light' | 'full' | 'onsite') => (await listApplicableChecks(ctx, { ...audit, depth })).map(({ id }) => id)
    const [light, onsite] = [await ids('light'), await ids('onsite')]
    expect(light).not.toContain('AC-LOG-05')
    expect(onsite).toEqual(expect.arrayContaining(['AC-LOG-05', 'AC-SUB-02']))
    expect(onsite).not.toContain('AC-ENC-01')
    await ctx.db.update(agreements).set({ intake: { 'IN-08': ['store'] } }).where(eq(agreements.id, audit.agreementId))
    expect(await ids('onsite')).toContain('AC-ENC-01')
  })
})
