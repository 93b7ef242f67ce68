import { expect, test } from 'vitest'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { keepForm, type KeptForm } from '#app/http/keep-form.server.ts'
import { action as changePassword } from '#app/routes/_app.settings.account.password.tsx'
import { action as deactivate } from '#app/routes/_app.vendors.$vendorId.contact.$contactId.deactivate.ts'
import { action as withdraw } from '#app/routes/_app.vendors.$vendorId.withdraw.tsx'
import { newId } from '#app/platform/ids.server.ts'
import { aSession } from '#tests/support/person.ts'
import { call, type Answer } from '#tests/support/request.ts'
import { aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const kept = ({ data }: Answer) => (data as { form: KeptForm }).form
const REASON = '不再需要这项服务。\nThe service is not wanted any more.'

test('what was typed comes back on a page of its own, and takes effect when it is sent again after signing in', async () => {
  const org = await anOrganisation('procurement')
  const vendor = await org.run(org.as('procurement'), (ctx) => aVendor(ctx, { status: 'intake' }))
  const path = `/vendors/${vendor.id}/withdraw`
  const form = { reason: REASON, _once: newId() }
  const lost = await call(withdraw, { path, params: { vendorId: vendor.id }, form, referer: `/vendors/${vendor.id}` })
  expect(lost.status).toBe(401)
  expect(kept(lost)).toEqual({ action: path, fields: [['reason', REASON], ['_once', form._once]], from: `/vendors/${vendor.id}`, hadFiles: false })
  const { cookie } = await aSession(org.as('procurement'))
  const again = await call(withdraw, { path, params: { vendorId: vendor.id }, form: Object.fromEntries(kept(lost).fields), cookie })
  expect(again).toMatchObject({ status: 302 })
  expect(await org.run(org.as('procurement'), (ctx) => getVendor(ctx, vendor.id))).toMatchObject({ status: 'withdrawn' })
})

test('sent again without signing in it is kept once more, with the page that it came from', async () => {
  const answer = await call(withdraw, { path: '/vendors/x/withdraw', form: { reason: REASON, _from: '/vendors/x' }, referer: '/vendors/x/withdraw' })
  expect(kept(answer)).toMatchObject({ fields: [['reason', REASON]], from: '/vendors/x' })
})

test('a refusal of a form sent again is told on the page that it came from, and on no other site', async () => {
  const org = await anOrganisation('auditor')
  const { cookie } = await aSession(org.as('auditor'))
  const asked = { path: '/vendors/x/contact/y/deactivate', params: { vendorId: newId(), contactId: newId() }, cookie, referer: '/vendors/x/contact/y/deactivate' }
  expect(await call(deactivate, { ...asked, form: { revision: '1', _from: '/vendors/x/contacts' } })).toMatchObject({ status: 302, location: '/vendors/x/contacts' })
  expect(await call(deactivate, { ...asked, form: { revision: '1', _from: '//evil.example' } })).toMatchObject({ status: 302, location: '/vendors/x/contact/y/deactivate' })
})

test('the address is the one that the browser knows', async () => {
  expect(kept(await call(withdraw, { path: '/vendors/x/withdraw.data?index&_routes=routes%2Fx', form: { reason: 'x' } })).action).toBe('/vendors/x/withdraw?index=')
})

test('a form with nothing typed, or with a password, goes to sign-in as before', async () => {
  for (const [action, form] of [[withdraw, { _once: newId(), reason: '' }], [changePassword, { current: 'a', password: 'river otter lamp 42', note: 'x' }]] as const)
    expect(await call(action, { path: '/p', form, referer: '/p' })).toMatchObject({ status: 302, location: '/sign-in?next=%2Fp' })
})

test('a file is not kept, but said to have been there', () => {
  const form = new FormData()
  form.set('reason', REASON)
  form.set('file', new File(['x'], 'notice.pdf'))
  form.set('other', new File([], ''))
  const answer = keepForm(Response.redirect('http://localhost:3000/sign-in'), new Request('http://localhost:3000/violations/x/notice', { method: 'POST' }), form) as { data: { form: KeptForm } }
  expect(answer.data.form).toMatchObject({ fields: [['reason', REASON]], hadFiles: true })
})

test('what is no matter of sessions stays what it is', () => {
  const error = new Error('the database is away')
  expect(keepForm(error, new Request('http://localhost:3000/'), new FormData())).toBe(error)
})
