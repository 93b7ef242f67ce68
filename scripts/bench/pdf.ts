import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { draftAgreement, type Draft } from '#app/domain/agreements/draft.ts'
import { agreementPdf } from '#app/pdf/agreement-pdf.server.ts'
import { exampleInput } from '#tests/support/agreement-example.ts'
import { inTurn } from './in-turn.ts'
import { heldMb, peakMb } from './peak-memory.ts'
import { plainAgreement } from './plain-agreement.ts'
import { must, type Options, type Result, type Workload } from './workload.ts'

export const workload: Workload = {
  name: 'pdf',
  about: 'Agreements in Chinese and English, each with a number and a vendor of its own; documents for each second of processor time, so one core.',
  run,
}

async function run(options: Options): Promise<Result> {
  const whole = draftAgreement(exampleInput())
  const short = { ...whole, articles: whole.articles.slice(0, 8), schedules: [] }
  const long = { ...whole, schedules: [] }
  const memory = memoryOver(options.quick ? 60 : 1000, short)
  const comparisons = []
  const notes = [memory]
  for (const draft of [short, long]) {
    const pages = await checkText(draft)
    const [mine, theirs] = options.quick ? [20, 2] : [200, 10]
    comparisons.push(
      await inTurn(options, {
        what: `${pages.ours} pages, ${draft.articles.length} articles`,
        unit: 'documents/CPU-s',
        ours: () => perProcessorSecond(mine, (number) => ours(draft, number)),
        reference: () => perProcessorSecond(theirs, (number) => plainAgreement(numbered(draft, number))),
        referenceName: `pdfkit with fonts registered by file (${pages.reference} pages, untagged)`,
        checked: 'text of every article in both languages',
      }),
    )
  }
  notes.push('ours is tagged for screen readers, has an outline, margins with clauses, running feet and a digest on each page; the reference has none of these')
  return { comparisons, notes }
}

function ours(draft: Draft, number: number): Buffer {
  const pages = { digest: number.toString(16).padStart(64, '0'), signatures: [], issuedAt: new Date('2026-11-24T02:00:00Z'), zone: 'Asia/Shanghai' }
  return agreementPdf({ ...pages, draft: numbered(draft, number), printed: 'both', layout: 'stacked' })
}

const SURNAMES = ['鑫', '淼', '焱', '垚', '喆', '翀', '昱', '玥', '旻', '赟']

/** Every agreement names another vendor, in characters that the library's own words may not hold. */
function numbered(draft: Draft, number: number): Draft {
  const no = `HW-2026-${String(number).padStart(5, '0')}`
  const mark = SURNAMES[number % SURNAMES.length]! + SURNAMES[Math.floor(number / 10) % SURNAMES.length]!
  const vendor = { zh: `广州${mark}呼叫中心服务外包有限公司`, en: `Guangzhou Contact Centre ${number} Co., Ltd.` }
  return { ...draft, words: { ...draft.words, agreement_no: { zh: no, en: no }, vendor_name: vendor } }
}

let drawn = 0

async function perProcessorSecond(documents: number, draw: (number: number) => unknown): Promise<number> {
  const before = process.cpuUsage()
  for (let done = 0; done < documents; done++) await draw((drawn += 1))
  const { user, system } = process.cpuUsage(before)
  return (documents * 1e6) / (user + system)
}

/** Runs before anything else has filled the process. */
function memoryOver(documents: number, draft: Draft): string {
  const held: number[] = []
  for (let done = 1; done <= documents; done++) {
    ours(draft, done)
    if (done === documents / 10 || done === documents) {
      globalThis.gc?.()
      held.push(heldMb() ?? Number.NaN)
    }
  }
  const [early, late] = held
  return `memory held after ${documents / 10} documents ${early?.toFixed(0)} MB, after ${documents.toLocaleString('en-GB')} ${late?.toFixed(0)} MB; most ever ${peakMb()?.toFixed(0)} MB`
}

async function checkText(draft: Draft): Promise<{ ours: number; reference: number }> {
  const [mine, theirs] = [await read(ours(draft, 1)), await read(await plainAgreement(numbered(draft, 1)))]
  for (const { id, text, title } of draft.articles) {
    for (const wanted of [id, title.zh, ...text.zh.split('\n'), ...text.en.split('\n')]) {
      // A paragraph that runs on to the next page has a foot in its middle: its beginning must be there.
      const beginning = bare(wanted).slice(0, 24)
      must(mine.text.includes(beginning), `our file lacks '${beginning}' of ${id}`)
      must(theirs.text.includes(beginning), `the reference lacks '${beginning}' of ${id}`)
    }
  }
  return { ours: mine.pages, reference: theirs.pages }
}

async function read(bytes: Buffer): Promise<{ pages: number; text: string }> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  const pages = document.numPages
  await task.destroy()
  return { pages, text: bare(text) }
}

function bare(text: string): string {
  return text.replace(/\s+/g, '').replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
}
