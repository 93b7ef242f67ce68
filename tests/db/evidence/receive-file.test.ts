import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keepFile } from '#app/domain/evidence/keep-file.server.ts'
import { openFile } from '#app/domain/evidence/open-file.server.ts'
import { receiveFile } from '#app/domain/evidence/receive-file.server.ts'
import { storeFile } from '#app/domain/evidence/store-file.server.ts'
import { sweepFiles } from '#app/domain/evidence/sweep-files.server.ts'
import { env } from '#app/platform/env.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { pathOf, readStored } from '#app/platform/stored-files.server.ts'
import { aPdf, streamOf } from '#tests/support/assessment.ts'
import { aZip, PNG } from '#tests/support/files.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const receive = (name: string, ...pieces: Uint8Array[]) => receiveFile(newId(), { name, source: streamOf(...pieces) })
const text = (words: string) => Buffer.from(words)
const folderOf = (orgId: string) => path.join(env().DATA_DIR, 'files', orgId)
const leftIn = (orgId: string) => (fs.existsSync(folderOf(orgId)) ? fs.readdirSync(folderOf(orgId)) : [])

async function readAll(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('a file comes back byte by byte as it was given, at every size around a chunk', async () => {
  for (const size of [1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
    const body = Buffer.concat([text('%PDF-1.7\n'), Buffer.alloc(size, 7)])
    const file = await receive('a.pdf', body.subarray(0, 3), body.subarray(3, 70_000), body.subarray(70_000))
    expect(file.sizeBytes).toBe(body.length)
    expect((await readAll(readStored(file, file.key))).equals(body)).toBe(true)
  }
})

test('what lies on the disk says nothing of what is in it', async () => {
  const canary = 'canary-9f2c'
  const file = await receive('a.txt', text(`${canary} `.repeat(10_000)))
  const onDisk = fs.readFileSync(pathOf(file))
  expect(onDisk.includes(canary)).toBe(false)
  expect(onDisk.length).toBeGreaterThan(110_000)
})

test('bytes that were moved to another place, changed, cut or swapped do not open', async () => {
  const chunk = 65_536 + 16
  const [file, other] = [await receive('a.txt', text('a'.repeat(200_000))), await receive('b.txt', text('b'))]
  const whole = fs.readFileSync(pathOf(file))
  const opens = () => readAll(readStored(file, file.key))
  fs.writeFileSync(pathOf(other), whole)
  await expect(readAll(readStored(other, other.key))).rejects.toThrow()
  expect(() => readStored(other, file.key)).toThrow()
  for (const change of [
    (bytes: Buffer) => bytes.fill(bytes[70_000]! ^ 1, 70_000, 70_001),
    (bytes: Buffer) => bytes.subarray(0, chunk),
    (bytes: Buffer) => bytes.subarray(0, bytes.length - 1),
    (bytes: Buffer) => Buffer.concat([bytes.subarray(chunk, 2 * chunk), bytes.subarray(0, chunk), bytes.subarray(2 * chunk)]),
    () => Buffer.alloc(0),
  ]) {
    fs.writeFileSync(pathOf(file), change(Buffer.from(whole)))
    await expect(opens()).rejects.toThrow()
  }
  fs.writeFileSync(pathOf(file), whole)
  expect((await opens()).length).toBe(200_000)
})

test.each<[string, Uint8Array]>([
  ['licence.pdf', text('%PDF-1.7\n%%EOF')],
  ['shot.PNG', PNG],
  ['plan.docx', aZip(['[Content_Types].xml', 'word/document.xml'])],
  ['register.xlsx', aZip(['_rels/.rels', 'xl/workbook.xml', '[Content_Types].xml'])],
  ['slides.pptx', aZip(['[Content_Types].xml', 'ppt/presentation.xml'])],
  ['seats.csv', text('姓名,工号\n李娜,1001\n')],
  ['notes.txt', text('\ufeffplain words')],
])('%s is taken', async (name, bytes) => {
  expect(await receive(name, bytes)).toMatchObject({ name, sizeBytes: bytes.length })
})

test.each<[string, string, Uint8Array]>([
  ['portal.evidence.type_not_allowed', 'drawing.svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['portal.evidence.type_not_allowed', 'all.zip', aZip(['a.txt'])],
  ['portal.evidence.type_not_allowed', 'page.html', text('<html></html>')],
  ['portal.evidence.type_not_allowed', '../../run', text('x')],
  ['portal.evidence.type_mismatch', 'licence.pdf', PNG],
  ['portal.evidence.type_mismatch', 'shot.png', text('%PDF-1.7')],
  ['portal.evidence.type_mismatch', 'plan.docx', aZip(['[Content_Types].xml', 'xl/workbook.xml'])],
  ['portal.evidence.type_mismatch', 'plan.docx', aZip(['evil.exe'])],
  ['portal.evidence.type_mismatch', 'plan.docx', text('not a package')],
  ['portal.evidence.type_mismatch', 'notes.txt', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03])],
  ['portal.evidence.type_mismatch', 'notes.txt', text('%PDF-1.7')],
  ['portal.evidence.macros', 'plan.docx', aZip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
  ['portal.evidence.empty', 'empty.pdf', new Uint8Array(0)],
])('refuses with %s: %s', async (key, name, bytes) => {
  const orgId = newId()
  await expect(receiveFile(orgId, { name, source: streamOf(bytes) })).rejects.toMatchObject({ code: 'invalid', key })
  expect(leftIn(orgId)).toEqual([])
})

test('refuses a file above 50 MB as soon as the limit is passed, and leaves nothing', async () => {
  const orgId = newId()
  let given = 0
  async function* endless() {
    for (;;) {
      given += 1024 * 1024
      yield Buffer.alloc(1024 * 1024, 65)
    }
  }
  await expect(receiveFile(orgId, { name: 'big.txt', source: endless() })).rejects.toMatchObject({ key: 'portal.evidence.too_large', data: { megabytes: 50 } })
  expect(given).toBeLessThan(60 * 1024 * 1024)
  expect(leftIn(orgId)).toEqual([])
})

test('an upload that breaks off leaves nothing', async () => {
  const orgId = newId()
  async function* broken() {
    yield text('%PDF-1.7')
    throw new Error('connection lost')
  }
  await expect(receiveFile(orgId, { name: 'a.pdf', source: broken() })).rejects.toThrow('connection lost')
  expect(leftIn(orgId)).toEqual([])
})

test('a member stores and reads a file; an auditor stores none', async () => {
  const org = await anOrganisation('procurement', 'auditor')
  const stored = await org.run(org.as('procurement'), (ctx) => storeFile(ctx, aPdf('impact assessment')))
  expect(stored).toMatchObject({ name: 'licence.pdf', mediaType: 'application/pdf', uploadedBy: { kind: 'member', name: 'procurement' } })
  const { bytes } = await org.run(org.as('procurement'), (ctx) => openFile(ctx, stored.id))
  expect((await readAll(bytes)).toString()).toContain('impact assessment')
  await expect(org.run(org.as('auditor'), (ctx) => storeFile(ctx, aPdf()))).rejects.toMatchObject({ code: 'forbidden' })
})

test("another organisation's file is not found, nor a malformed id", async () => {
  const [one, two] = [await anOrganisation('procurement'), await anOrganisation('procurement')]
  const stored = await one.run(one.as('procurement'), (ctx) => storeFile(ctx, aPdf()))
  for (const id of [stored.id, newId(), '../../keys/master.key']) {
    await expect(two.run(two.as('procurement'), (ctx) => openFile(ctx, id))).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('the sweep removes what no row knows, after a day, and nothing else', async () => {
  const org = await anOrganisation('procurement')
  const stored = await org.run(org.as('procurement'), (ctx) => storeFile(ctx, aPdf('kept')))
  const orphan = await receiveFile(org.orgId, aPdf('orphan'))
  fs.writeFileSync(path.join(folderOf(org.orgId), `${newId()}.part`), 'half')
  const yesterday = new Date(NOW.getTime() - 86_400_000 * 2)
  for (const name of leftIn(org.orgId)) fs.utimesSync(path.join(folderOf(org.orgId), name), yesterday, yesterday)
  const young = await receiveFile(org.orgId, aPdf('young'))
  fs.utimesSync(pathOf(young), NOW, NOW)
  expect(await org.run({ kind: 'system', orgId: org.orgId, job: 'sweep' }, (ctx) => sweepFiles(ctx))).toBe(2)
  expect(leftIn(org.orgId).sort()).toEqual([stored.id, young.id].sort())
  expect(leftIn(org.orgId)).not.toContain(orphan.id)
})

test('a received file that cannot be kept is removed again', async () => {
  const org = await anOrganisation('procurement')
  const file = await receiveFile(org.orgId, aPdf())
  await org.run(org.as('procurement'), (ctx) => keepFile(ctx, file))
  await expect(org.run(org.as('procurement'), (ctx) => storeFile(ctx, file))).rejects.toThrow()
  expect(leftIn(org.orgId)).toEqual([])
})
