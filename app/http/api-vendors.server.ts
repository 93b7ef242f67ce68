import type { Express } from 'express'
import { requirePermission } from '#app/domain/context.server.ts'
import { createContact } from '#app/domain/vendors/create-contact.server.ts'
import { createVendor } from '#app/domain/vendors/create-vendor.server.ts'
import { ContactInput, CreateVendorInput, RegisterTransferInput, ResumeSupplyInput, SuspendSupplyInput, UpdateVendorInput, WithdrawVendorInput } from '#app/domain/vendors/input.ts'
import { readVendorList, type VendorListQuery } from '#app/domain/vendors/list-input.server.ts'
import { getVendorHeader } from '#app/domain/vendors/queries.server.ts'
import { registerTransfer } from '#app/domain/vendors/register-transfer.server.ts'
import { resumeSupply } from '#app/domain/vendors/resume-supply.server.ts'
import { suspendSupply } from '#app/domain/vendors/suspend-supply.server.ts'
import { updateVendor } from '#app/domain/vendors/update-vendor.server.ts'
import { listVendors, MOST_COUNTED } from '#app/domain/vendors/vendor-list.server.ts'
import { withdrawVendor } from '#app/domain/vendors/withdraw-vendor.server.ts'
import { api } from './api.server.ts'
import { parseJson } from './parse-json.server.ts'
import { vendorListAddress } from './vendor-list-address.ts'

/**
 * Vendors as JSON, for the same signed-in person and by the same verbs as on the pages.
 *
 * - `GET /api/vendors` takes the list's address (`q`, `status`, `tier`, `band`, `flag`, `owner`, `sort`, `limit` up to 200) and
 *   gives `{ vendors, count, countIsExact, next?, previous? }`; `next` and `previous` are addresses. Residuals are hundredths.
 * - `GET /api/vendors/:id` gives `{ vendor }` with its flags, people's names and a running ban.
 * - `POST /api/vendors` begins a request, `PATCH /api/vendors/:id` changes details by `revision`.
 * - `POST /api/vendors/:id/suspend | resume | withdraw | contacts | transfers` are the verbs of those names.
 */
export function mountVendorApi(app: Express) {
  app.get('/api/vendors', list)
  app.get('/api/vendors/:vendorId', api(async ({ ctx, params }) => ({ body: { vendor: await getVendorHeader(ctx, params.vendorId!) } })))
  app.post('/api/vendors', api(async ({ ctx, body }) => ({ status: 201, body: await createVendor(ctx, parseJson(body, CreateVendorInput)) })))
  app.patch('/api/vendors/:vendorId', api(async ({ ctx, params, body }) => ({ body: { vendor: await updateVendor(ctx, params.vendorId!, parseJson(body, UpdateVendorInput)) } })))
  app.post('/api/vendors/:vendorId/suspend', api(async ({ ctx, params, body }) => ({ body: { vendor: await suspendSupply(ctx, params.vendorId!, parseJson(body, SuspendSupplyInput)) } })))
  app.post('/api/vendors/:vendorId/resume', api(async ({ ctx, params, body }) => ({ body: await resumeSupply(ctx, params.vendorId!, parseJson(body, ResumeSupplyInput)) })))
  app.post('/api/vendors/:vendorId/withdraw', api(async ({ ctx, params, body }) => ({ body: { vendor: await withdrawVendor(ctx, params.vendorId!, parseJson(body, WithdrawVendorInput)) } })))
  app.post('/api/vendors/:vendorId/contacts', api(async ({ ctx, params, body }) => ({ status: 201, body: { contact: await createContact(ctx, params.vendorId!, parseJson(body, ContactInput)) } })))
  app.post('/api/vendors/:vendorId/transfers', api(async ({ ctx, params, body }) => ({ status: 201, body: await registerTransfer(ctx, params.vendorId!, parseJson(body, RegisterTransferInput)) })))
}

const list = api(async ({ ctx, query }) => {
  requirePermission(ctx, 'vendor.read')
  const asked = readVendorList(query)
  const { vendors, count, next, previous } = await listVendors(ctx, asked)
  const address = (change: { after?: string; before?: string }) => addressOf(asked, change)
  return {
    body: {
      vendors,
      count: Math.min(count, MOST_COUNTED),
      countIsExact: count <= MOST_COUNTED,
      ...(next && { next: address({ after: next }) }),
      ...(previous && { previous: address({ before: previous }) }),
    },
  }
})

const USUAL_LIMIT = 50

function addressOf(asked: VendorListQuery, change: { after?: string; before?: string }): string {
  const address = `/api${vendorListAddress(asked, change)}`
  return asked.limit === USUAL_LIMIT ? address : `${address}&limit=${asked.limit}`
}
