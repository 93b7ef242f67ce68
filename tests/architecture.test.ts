import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = ['app', 'db', 'scripts', 'tests']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((path) => /\.tsx?$/.test(path))
const read = (path: string) => readFileSync(path, 'utf8')
const inside = (pattern: RegExp) => files.filter((path) => pattern.test(path))

/** The notifier's hand: under the system's name it carries out the verbs that alerts name, whichever module they belong to. */
const HAND = 'app/domain/notifier/run-action.server.ts'
const verbs = inside(/^app\/domain\/.+\.server\.ts$/).filter((path) => /\binTransaction\(ctx,/.test(read(path)) && !path.endsWith('context.server.ts') && path !== HAND)
const withOwnModule = (path: string) =>
  [path, ...[...read(path).matchAll(/from '\.\/([a-z-]+\.server\.ts)'/g)].map(([, file]) => path.replace(/[^/]+$/, file ?? ''))].map(read).join('\n')
const signedIn = inside(/^app\/routes\/_app\..+\.tsx?$/).filter((path) => /export (const|async function|function) (loader|action)/.test(read(path)))
const portal = inside(/^app\/routes\/portal\..+\.tsx?$/).filter((path) => /export (const|async function|function) (loader|action)/.test(read(path)))

test('there are verbs and pages to check', () => {
  expect(verbs.length).toBeGreaterThan(20)
  expect(signedIn.length).toBeGreaterThan(10)
  expect(portal.length).toBeGreaterThan(3)
})

test.each(verbs)('%s checks a permission and leaves a trail', (path) => {
  expect(read(path)).toMatch(/requirePermission\(ctx, /)
  expect(withOwnModule(path)).toMatch(/record\(ctx, |\bmoveVendor\(ctx, /)
})

test.each(verbs)('%s calls no verb of another module', (path) => {
  const module = path.split('/')[2]
  const imported = [...read(path).matchAll(/from '(?:\.\.\/|#app\/domain\/)([a-z-]+)\/([a-z-]+)\.server\.ts'/g)]
  const foreign = imported.filter(([, from]) => from !== module).map(([, from, file]) => `app/domain/${from}/${file}.server.ts`)
  expect(foreign.filter((each) => verbs.includes(each))).toEqual([])
})

test.each(signedIn)('%s goes through authed()', (path) => {
  expect(read(path)).not.toMatch(/export (async )?function (loader|action)/)
  for (const [line] of read(path).matchAll(/export const (loader|action) = .*/g)) expect(line).toMatch(/= authed\(/)
})

test.each(portal)('%s goes through vendorAuthed()', (path) => {
  for (const [line] of read(path).matchAll(/export const (loader|action) = .*/g)) expect(line).toMatch(/= (vendorAuthed|leaving)\(/)
})

const catalogues = inside(/^app\/i18n\/(en|zh-CN)\//)

test.each(inside(/^(app|db|scripts)\//).filter((path) => !catalogues.includes(path)))('%s stays under 300 lines', (path) => {
  expect(read(path).split('\n').length).toBeLessThan(300)
})

test.each(inside(/^app\//).filter((path) => !catalogues.includes(path)))('%s is named after what it does', (path) => {
  expect(path).not.toMatch(/\/(utils?|helpers?|misc|common|service|manager|types|constants)(\.server)?\.tsx?$/)
})

test.each(inside(/^app\/domain\//).filter((path) => !/\.server\.ts$|\.test\.ts$|\/input\.ts$/.test(path)))('%s is pure', (path) => {
  const source = read(path)
  expect(source).not.toMatch(/new Date\(\)|Date\.now\(|Math\.random|randomUUID|process\.|from '(node:|zod|drizzle|postgres|#db\/client)/)
  expect(source).not.toMatch(/^import (?!type\b).*\.server\.ts'/m)
})

test('only context, session and command-line doors open a transaction', () => {
  const openers = inside(/^app\//).filter((path) => /\bbeginTransaction\(/.test(read(path)))
  for (const path of openers) expect(path).toMatch(/^app\/(domain\/context|domain\/identity\/|http\/)/)
})

test('nothing is left open', () => {
  for (const path of files.filter((each) => each !== 'tests/architecture.test.ts')) {
    expect([path, /\b(TODO|FIXME|XXX)\b(?![-'])|[Cc]oming soon|\.(skip|only)\(|@ts-ignore|eslint-disable/.exec(read(path))?.[0]]).toEqual([path, undefined])
  }
})
