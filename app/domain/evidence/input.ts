import { z } from 'zod'
import { id, optionalDate, text } from '../input.ts'

export const EvidenceInput = z.object({ type: text(60), issuedOn: optionalDate, expiresOn: optionalDate })
export const AttachmentInput = z.object({ questionId: text(60), evidenceId: id })
export const RemovalInput = z.object({ questionId: text(60) })
