import { useRef, useState } from 'react'
import type { SlimProgress } from '#app/domain/assessments/slim-progress.ts'
import { LARGEST_FILE_BYTES } from '#app/domain/evidence/file-type.ts'
import type { DocumentView } from '#app/domain/portal/question-view.ts'
import { paths } from '#app/http/paths.ts'

export type Upload = {
  key: number
  name: string
  size: number
  sent: number
  state: 'waiting' | 'sending' | 'failed' | 'cancelled'
  problem?: { key: string; data?: Record<string, string | number> }
}

export type Stored = { documents: DocumentView[]; revision?: number; progress: SlimProgress; at: string }

type Place = { assessmentId: string; questionId: string; onStored: (stored: Stored, name: string) => void; onEnded: () => void }

/** Sends files one after the other, each with its bar; any can be cancelled and tried again. */
export function useUploads({ assessmentId, questionId, onStored, onEnded }: Place) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const files = useRef(new Map<number, File>())
  const waiting = useRef<number[]>([])
  const running = useRef<{ key: number; request: XMLHttpRequest } | undefined>(undefined)
  const last = useRef(0)

  const change = (key: number, part: Partial<Upload>) => setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const forget = (key: number) => {
    files.current.delete(key)
    setUploads((all) => all.filter((each) => each.key !== key))
  }

  function next() {
    const key = running.current ? undefined : waiting.current.shift()
    const file = key === undefined ? undefined : files.current.get(key)
    if (key === undefined || !file) return
    const request = new XMLHttpRequest()
    running.current = { key, request }
    change(key, { state: 'sending', sent: 0, problem: undefined })
    request.open('POST', `${paths.portalUpload(assessmentId, questionId)}?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded }) => change(key, { sent: loaded })
    request.onloadend = () => {
      running.current = undefined
      settle(key, file, request)
      next()
    }
    request.send(file)
  }

  function settle(key: number, file: File, request: XMLHttpRequest) {
    const reply = readReply(request)
    if (request.status === 200 && reply && 'documents' in reply) {
      forget(key)
      onStored(reply, file.name)
      return
    }
    if (request.status === 401) onEnded()
    const problem = reply && 'problem' in reply ? reply.problem : { key: 'portal.evidence.failed' }
    setUploads((all) => all.map((each) => (each.key === key && each.state === 'sending' ? { ...each, state: 'failed', problem } : each)))
  }

  return {
    uploads,
    add: (chosen: Iterable<File>) => {
      const fresh = [...chosen].map((file): Upload => {
        const key = ++last.current
        const upload = { key, name: file.name, size: file.size, sent: 0 }
        if (file.size > LARGEST_FILE_BYTES) return { ...upload, state: 'failed', problem: { key: 'portal.evidence.too_large', data: { megabytes: LARGEST_FILE_BYTES / 1024 / 1024 } } }
        files.current.set(key, file)
        waiting.current.push(key)
        return { ...upload, state: 'waiting' }
      })
      setUploads((all) => [...all, ...fresh])
      next()
    },
    cancel: (key: number) => {
      waiting.current = waiting.current.filter((each) => each !== key)
      change(key, { state: 'cancelled' })
      if (running.current?.key === key) running.current.request.abort()
    },
    retry: (key: number) => {
      if (!files.current.has(key)) return
      waiting.current.push(key)
      change(key, { state: 'waiting', problem: undefined })
      next()
    },
    forget,
  }
}

function readReply(request: XMLHttpRequest): Stored | { problem: Upload['problem'] } | undefined {
  try {
    return JSON.parse(request.responseText) as Stored | { problem: Upload['problem'] }
  } catch {
    return undefined // a proxy's page, or nothing at all
  }
}
