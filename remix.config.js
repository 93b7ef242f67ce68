// Not the classic Remix config: this is the one Vite + Remix + Vitest config, passed with -c.
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

const underTest = Boolean(process.env.VITEST)

// Bundled into the server: their many small modules take longer to find at every start than all the rest.
const BUNDLED = [
  /^react-aria/, /^react-stately/, /^@react-(aria|stately|types)\//, /^@internationalized\//, /^@conform-to\//,
  'drizzle-orm', 'zod', 'yaml', 'uuid', 'temporal-polyfill', 'postgres',
]

/** The server build is the whole process around Remix's own: pages, worker and the keeper of PostgreSQL share one copy of the domain. */
const wholeServer = {
  name: 'whole-server',
  config: (_config, { isSsrBuild }) => (isSsrBuild ? { ssr: { noExternal: BUNDLED }, build: { rollupOptions: { input: 'scripts/serve.ts' } } } : undefined),
}

export default defineConfig({
  publicDir: 'app/public',
  build: { target: 'es2022' },
  optimizeDeps: { exclude: ['@node-rs/argon2'] }, // server only: its browser build asks for a package that is not installed
  plugins: underTest
    ? []
    : [
        tailwindcss(),
        { ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), enforce: 'pre' },
        remix({
          future: {
            v3_fetcherPersist: true,
            v3_relativeSplatPath: true,
            v3_throwAbortReason: true,
            v3_singleFetch: true,
            v3_lazyRouteDiscovery: false, // it opens /__manifest to anonymous, expensive requests
            v3_routeConfig: true,
          },
        }),
        wholeServer,
      ],
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: ['app/**/*.test.{ts,tsx}', 'tests/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'db',
          include: ['tests/{db,http,cli}/**/*.test.ts'],
          globalSetup: 'tests/support/global-database.ts',
          setupFiles: 'tests/support/database.ts',
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/{e2e,faults}/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } }, // two browsers share the machine
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
