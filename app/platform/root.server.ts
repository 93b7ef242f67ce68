import fs from 'node:fs'
import path from 'node:path'

let root: string | undefined

/** The project's folder, found upwards from the working folder: the bundle lies elsewhere than its sources. */
export function projectRoot(): string {
  if (root) return root
  let folder = process.cwd()
  while (!fs.existsSync(path.join(folder, 'templates', 'regulation.yaml'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('run this inside the Custodia folder: templates/regulation.yaml was not found')
    folder = parent
  }
  return (root = folder)
}
