import { deactivateContact } from '#app/domain/vendors/deactivate-contact.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'

export const action = authed(
  async ({ ctx, params }) => {
    const { name, vendorId } = await deactivateContact(ctx, params.contactId!)
    return redirectWith(paths.vendorTab(vendorId, 'contacts'), { kind: 'done', key: 'vendors.done.contact_deactivate', data: { name } })
  },
  { back: ({ vendorId, contactId }) => paths.vendorContact(vendorId!, contactId!) },
)
