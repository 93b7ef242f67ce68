import { vendorCan, type VendorStatus } from '#app/domain/vendors/vendor.ts'

const ENDED: readonly VendorStatus[] = ['rejected', 'withdrawn', 'terminating']

/** Whether a service may be asked for: not of a vendor that was rejected, withdrawn or is being ended. */
export function mayRequest(vendor: { status: VendorStatus }): boolean {
  return !ENDED.includes(vendor.status)
}

/** Whether a submitted request begins the vendor's way anew, or joins a way that it is on already (rulings 22). */
export function beginsAnew(vendor: { status: VendorStatus }): boolean {
  return vendorCan('submit_intake', vendor)
}

export const REQUEST_STATUSES = ['draft', 'submitted', 'withdrawn'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]
