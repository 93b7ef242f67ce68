import type { Express } from 'express'
import { mountVendorApi } from './api-vendors.server.ts'
import { mountUploads } from './uploads.server.ts'

/** What is answered without Remix: streamed uploads and the JSON API. */
export function mountHandlers(app: Express) {
  mountUploads(app)
  mountVendorApi(app)
}
