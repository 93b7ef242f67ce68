import { buildAge, BUILT } from './build-age.js'

// npm start: web and worker in one process. npm run web, npm run worker: one of them. npm run dev: pages from source.
// npm run build: only builds. Plain JavaScript: a built product starts without a compiler, in half the time.

/** @type {import('./data-folder.ts').Role | 'build'} */
const role = /** @type {never} */ (process.argv[2] ?? 'all')
process.env.NODE_ENV = role === 'dev' ? 'development' : 'production'

async function main() {
  if (role === 'build' || role === 'dev' || buildAge() !== undefined) await compile()
  if (role === 'build') return
  const vite = role === 'dev' ? await startVite() : undefined
  const { serve } = vite ? await vite.ssrLoadModule('/scripts/serve.ts') : await import(BUILT)
  await serve(role, vite)
}

/** The build itself is written in TypeScript. */
async function compile() {
  const { register } = await import('tsx/esm/api')
  const unregister = register()
  const { prepare } = await import('./build.ts')
  await prepare(role)
  await unregister()
}

async function startVite() {
  const { createServer } = await import('vite')
  return createServer({ configFile: 'remix.config.js', server: { middlewareMode: true } })
}

main().catch((error) => {
  const forPeople = /Problem$/.test(error?.name) // a wrong environment, a broken template, a folder in use
  process.stderr.write(`${forPeople ? error.message : (error?.stack ?? error)}\n`)
  process.exit(1)
})
