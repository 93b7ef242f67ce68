import { listDuplicates } from '#app/domain/vendors/duplicates.server.ts'
import { authed } from '#app/http/authed.server.ts'

/** Vendors that may be the company whose name or number is being typed. */
export const loader = authed(async ({ ctx, request }) => {
  const params = new URL(request.url).searchParams
  const part = (name: string) => params.get(name)?.slice(0, 300) ?? ''
  return { duplicates: await listDuplicates(ctx, { name: part('name'), nameAlt: part('nameAlt'), regNo: part('regNo') }) }
})
