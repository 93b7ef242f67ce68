import type { Express } from 'express'

/** What is answered without Remix: streamed uploads and the JSON API. */
export function mountHandlers(_app: Express) {}
