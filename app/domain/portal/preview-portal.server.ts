import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { getAssessment } from '../assessments/queries.server.ts'
import type { Device } from '../identity/device.ts'
import { record } from '../trail/record.server.ts'
import { startPortalSession } from './start-portal-session.server.ts'

/** Shows a member the portal as the request's contact sees it; returns the cookie's value. Nothing can be written there but in a demo. */
export async function previewPortal(ctx: Context, { assessmentId, device }: { assessmentId: string; device: Device }): Promise<string> {
  requirePermission(ctx, 'assessment.preview')
  return inTransaction(ctx, async (ctx) => {
    const { id, vendorId, contactId } = await getAssessment(ctx, assessmentId)
    if (!contactId) throw new Problem('conflict', 'assessments.contact_left')
    await record(ctx, { action: 'assessment.preview', subjectType: 'assessment', subjectId: id, vendorId, data: { contactId } })
    return startPortalSession(ctx, { contactId, vendorId, isPreview: true, device })
  })
}
