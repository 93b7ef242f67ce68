/**
 * The scripts that hand the loaders' data to the browser's router, in the form that Remix streams them.
 * Reading them ahead lets the page be rendered as one string.
 */
export async function handoffScripts(stream: ReadableStream<Uint8Array> | undefined, nonce: string): Promise<string> {
  if (!stream) return ''
  const text = await new Response(stream).text()
  const data = JSON.stringify(text).replace(/[&<>\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const controller = 'window.__remixContext.streamController'
  return `<script nonce="${nonce}">${controller}.enqueue(${data});${controller}.close();</script>`
}
