import type { Express, Request, Response } from 'express'
import type { OpenContext } from '#app/domain/context.server.ts'
import { Problem } from '#app/domain/errors.ts'
import { slimProgress } from '#app/domain/assessments/slim-progress.ts'
import { attachUpload, requireUploadPlace } from '#app/domain/evidence/attach-upload.server.ts'
import { LARGEST_FILE_BYTES } from '#app/domain/evidence/file-type.ts'
import { receiveFile } from '#app/domain/evidence/receive-file.server.ts'
import { storeFile } from '#app/domain/evidence/store-file.server.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { documentView } from '#app/domain/portal/build-question-views.server.ts'
import { log, safeError } from '#app/platform/log.server.ts'
import { STATUS } from './authed.server.ts'
import { letUploadTakeTime } from './limit-time.server.ts'
import type { LoadContext } from './load-context.ts'
import { openMember } from './session.server.ts'
import { openContact } from './vendor-authed.server.ts'

// A file is a raw POST of its own that is streamed to its place: form parsers would hold it whole in memory. No transaction is
// open while bytes come in; one before asks whether they may, one after makes them known.

/** Answers uploads before Remix sees them. `stillMs` is how long nothing may arrive. */
export function mountUploads(app: Express, times: { stillMs?: number } = {}) {
  const taking = (take: Take) => (request: Request, response: Response) => {
    letUploadTakeTime(request, response, times)
    void answer(request, response, take)
  }
  app.post('/portal/assessments/:assessmentId/questions/:questionId/evidence', taking(takeEvidence))
  app.post('/files', taking(takeFile))
}

type Take = (request: Request) => Promise<object>

async function takeEvidence(request: Request) {
  const place = { assessmentId: String(request.params.assessmentId), questionId: String(request.params.questionId) }
  const first = await openWriting(request)
  const { orgId } = first.ctx.actor
  await committed(first, () => requireUploadPlace(first.ctx, place))
  const file = await receiveFile(orgId, { name: nameOf(request), source: bytesOf(request) })
  const second = await openWriting(request).catch(async (error: unknown) => {
    await file.discard()
    throw error
  })
  const { documents, revision, progress } = await committed(second, () => attachUpload(second.ctx, { ...place, file }))
  return { documents: documents.map(documentView), revision, progress: slimProgress(progress), at: second.ctx.now.toISOString() }
}

async function takeFile(request: Request) {
  const open = () => openMember(new globalThis.Request('http://upload.invalid/', { method: 'POST', headers: { Cookie: request.get('Cookie') ?? '' } }), { now: new Date(), locale: 'en' } as LoadContext)
  const first = await open()
  const { orgId } = first.ctx.actor
  await committed(first, async () => requirePermission(first.ctx, 'file.upload'))
  const file = await receiveFile(orgId, { name: nameOf(request), source: bytesOf(request) })
  const second = await open()
  const { id, name, sizeBytes } = await committed(second, () => storeFile(second.ctx, file))
  return { file: { id, name, sizeBytes } }
}

/** Reading may end early without cutting the line on which the refusal is to travel. */
const bytesOf = (request: Request): AsyncIterable<Uint8Array> => request.iterator({ destroyOnReturn: false })

const nameOf = (request: Request) => (typeof request.query.name === 'string' ? request.query.name : '')

/** The contact's transaction; a preview outside a demo may not write. */
async function openWriting(request: Request) {
  const open = await openContact({ cookies: request.get('Cookie') ?? null, now: new Date(), locale: 'en' })
  if (!open) throw new SignedOut()
  if (!open.ctx.isReadOnly) return open
  await open.rollback()
  throw new Problem('forbidden', 'portal.preview.read_only')
}

class SignedOut extends Error {}

async function committed<T>({ commit, rollback }: Pick<OpenContext, 'commit' | 'rollback'>, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work()
    await commit()
    return result
  } catch (error) {
    await rollback()
    throw error
  }
}

async function answer(request: Request, response: Response, take: Take) {
  try {
    if (Number(request.get('Content-Length') ?? 0) > LARGEST_FILE_BYTES)
      throw new Problem('invalid', 'portal.evidence.too_large', { megabytes: LARGEST_FILE_BYTES / 1024 / 1024 })
    response.json(await take(request))
  } catch (error) {
    if (request.destroyed && !request.complete) return // cancelled: nobody waits for an answer
    refuse(request, response, error)
  }
}

function refuse(request: Request, response: Response, error: unknown) {
  // What is still on its way is not read any more.
  if (!request.complete) {
    response.set('Connection', 'close')
    response.once('finish', () => request.destroy())
  }
  if (error instanceof SignedOut || error instanceof globalThis.Response) return void response.status(401).json({ problem: { code: 'signed-out', key: 'portal.section.ended' } })
  if (error instanceof Problem) {
    const { code, key, data, fields } = error
    return void response.status(STATUS[code]).json({ problem: { code, key, data, fields } })
  }
  log().error({ requestId: response.locals.requestId, path: request.path, ...safeError(error) }, 'upload failed')
  response.status(500).json({ problem: { code: 'unexpected', key: 'errors.unexpected.title' } })
}
