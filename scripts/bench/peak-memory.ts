import fs from 'node:fs'

/** Most memory that a process ever held, in MB (VmHWM); undefined where /proc does not tell. */
export function peakMb(pid: number | 'self' = 'self'): number | undefined {
  return statusMb(pid, 'VmHWM')
}

/** Memory that a process holds now, in MB (VmRSS). */
export function heldMb(pid: number | 'self' = 'self'): number | undefined {
  return statusMb(pid, 'VmRSS')
}

function statusMb(pid: number | 'self', field: string): number | undefined {
  try {
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
