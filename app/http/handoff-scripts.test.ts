import fc from 'fast-check'
import { expect, test } from 'vitest'
import { handoffScripts } from './handoff-scripts.ts'

const streamOf = (text: string) => new Blob([text]).stream() as ReadableStream<Uint8Array>

/** Runs the script as a browser would and gives what reached the router. */
function received(html: string): string {
  const script = /^<script nonce="n0nce">(.*)<\/script>$/s.exec(html)?.[1] ?? ''
  let got = ''
  const streamController = { enqueue: (text: string) => (got += text), close: () => {} }
  new Function('window', script)({ __remixContext: { streamController } })
  return got
}

test('the data arrives whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      expect(received(await handoffScripts(streamOf(text), 'n0nce'))).toBe(text)
    }),
  )
})

test('data cannot end the script or begin another', async () => {
  const html = await handoffScripts(streamOf('</script><script>alert(1)</script><!--\u2028'), 'n0nce')
  expect(html.match(/<\/?script/g)).toEqual(['<script', '</script'])
  expect(html).not.toContain('<!--')
})

test('a page without scripts hands nothing over', async () => {
  expect(await handoffScripts(undefined, 'n0nce')).toBe('')
})
