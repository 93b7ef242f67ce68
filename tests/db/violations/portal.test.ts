import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import type { Contact } from '#app/domain/identity/actor.ts'
import { openIssuedNotice } from '#app/domain/violations/open-issued-notice.server.ts'
import { getHeardCase, listHeardCases } from '#app/domain/violations/portal-queries.server.ts'
import { replyToStatement } from '#app/domain/violations/reply-to-statement.server.ts'
import { sendStatement } from '#app/domain/violations/send-statement.server.ts'
import { aCaseAt, CASE_ROLES, REASON } from '#tests/support/case.ts'
import { aContact, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'
import type { Case } from '#app/domain/violations/move-case.server.ts'

const contactOf = async (org: TestOrganisation, vendorId: string): Promise<Contact> => {
  const { id, name } = await org.run(org.as('compliance'), (ctx) => aContact(ctx, vendorId))
  return { kind: 'contact', orgId: org.orgId, contactId: id, vendorId, name }
}
const as = <T>(org: TestOrganisation, contact: Contact, work: (ctx: Context<Contact>) => Promise<T>) => org.run(contact, (ctx) => work(ctx as Context<Contact>))

async function heard(org: TestOrganisation): Promise<Case> {
  const found = await aCaseAt(org, { stage: 'examined' })
  return org.run(org.as('compliance'), (ctx) => sendStatement(ctx, found.id, { statement: REASON, revision: found.revision }))
}

test('the vendor reads the statement and answers once', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await heard(org)
  const contact = await contactOf(org, found.vendorId)
  expect(await as(org, contact, listHeardCases)).toMatchObject([{ id: found.id, state: 'vendor_response' }])
  expect(await as(org, contact, (ctx) => replyToStatement(ctx, found.id, { reply: 'We regret it.' }))).toMatchObject({ state: 'investigating', vendorStatement: 'We regret it.', vendorRepliedAt: NOW })
  await expect(as(org, contact, (ctx) => replyToStatement(ctx, found.id, { reply: 'Again.' }))).rejects.toMatchObject({ key: 'status.blocked.case.wrong_state' })
})

test('it does not find a case that it was not told of, nor another vendor’s, nor another organisation’s', async () => {
  const [org, other] = [await anOrganisation(...CASE_ROLES), await anOrganisation(...CASE_ROLES)]
  const [untold, told] = [await aCaseAt(org, { stage: 'examined' }), await heard(org)]
  const own = await contactOf(org, untold.vendorId)
  await expect(as(org, own, (ctx) => getHeardCase(ctx, untold.id))).rejects.toMatchObject({ code: 'not-found' })
  await expect(as(org, own, (ctx) => replyToStatement(ctx, told.id, { reply: 'x' }))).rejects.toMatchObject({ code: 'not-found' })
  expect(await as(org, own, listHeardCases)).toEqual([])
  const stranger = await contactOf(other, (await other.run(other.as('compliance'), (ctx) => aVendor(ctx))).id)
  await expect(as(other, stranger, (ctx) => getHeardCase(ctx, told.id))).rejects.toMatchObject({ code: 'not-found' })
})

test('members have no portal', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await heard(org)
  await expect(org.run(org.as('compliance'), (ctx) => replyToStatement(ctx as unknown as Context<Contact>, found.id, { reply: 'x' }))).rejects.toMatchObject({ code: 'forbidden' })
})

test('the notice is there to be read once it was issued, and reading it leaves an entry', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const [open, issued] = [await heard(org), await aCaseAt(org, { stage: 'terminating' })]
  await expect(as(org, await contactOf(org, open.vendorId), (ctx) => openIssuedNotice(ctx, open.id))).rejects.toMatchObject({ code: 'not-found' })
  const contact = await contactOf(org, issued.vendorId)
  const { file, bytes } = await as(org, contact, (ctx) => openIssuedNotice(ctx, issued.id))
  const chunks: Buffer[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  expect([file.name, Buffer.concat(chunks).subarray(0, 5).toString()]).toEqual(['notice.pdf', '%PDF-'])
})
