import fs from 'node:fs'
import path from 'node:path'

// Plain JavaScript, as start.js: it is asked before anything is compiled.

const SOURCES = ['app', 'templates', 'db', 'remix.config.js', 'package.json', 'package-lock.json', ...['serve', 'product', 'open-world', 'data-folder'].map((name) => `scripts/${name}.ts`)]

export const BUILT = path.resolve(import.meta.dirname, '../build/server/index.js')

/** Was the product never built (`missing`), or are the sources newer than the build (`old`)? Undefined when it is current. */
export function buildAge() {
  const builtAt = modifiedAt(BUILT)
  if (builtAt === 0) return 'missing'
  const root = path.resolve(import.meta.dirname, '..')
  return SOURCES.some((source) => newestIn(path.join(root, source)) > builtAt) ? 'old' : undefined
}

/** @param {string} place @returns {number} ms */
function newestIn(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...fs.readdirSync(place).map((name) => newestIn(path.join(place, name))))
}

/** @param {string} file @returns {number} ms, 0 when it is not there */
function modifiedAt(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
