import type { Server } from 'node:http'
import type { NextFunction, Request, Response } from 'express'

const FORM_MS = 120_000
const STILL_MS = 60_000
const UPLOAD_MS = 3_600_000
const HEADERS_MS = 15_000

/** How long a connection may take: headers, then a whole request, the slowest upload included. */
export function limitConnections(server: Server) {
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = UPLOAD_MS
}

/** Cuts a request whose body is not whole in time; an upload takes the time it needs by `letUploadTakeTime`. */
export function limitBodies({ ms = FORM_MS } = {}) {
  return (request: Request, response: Response, next: NextFunction) => {
    const timer = setTimeout(() => cut(request, response), ms)
    response.locals.bodyTimer = timer
    for (const end of ['end', 'close'] as const) request.once(end, () => clearTimeout(timer))
    next()
  }
}

/** A file on a slow line comes in for as long as something arrives; silence ends it. */
export function letUploadTakeTime(request: Request, response: Response, { stillMs = STILL_MS } = {}) {
  clearTimeout(response.locals.bodyTimer as NodeJS.Timeout | undefined)
  request.setTimeout(stillMs, () => cut(request, response))
}

/** As Node does it: the answer is written onto the line, since whoever reads the body would only hear of its end. */
function cut(request: Request, response: Response) {
  if (request.complete) return
  if (!response.headersSent) request.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
  request.destroy()
}
