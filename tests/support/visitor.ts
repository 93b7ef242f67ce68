/** A person with a browser's cookies and manners, but no browser: forms are posted as pages would post them. */
export class Visitor {
  readonly base: string
  private cookies = new Map<string, string>()

  constructor(base: string) {
    this.base = base
  }

  async get(path: string): Promise<Response> {
    return this.keep(await fetch(`${this.base}${path}`, { headers: this.headers(), redirect: 'manual' }))
  }

  async post(path: string, fields: Record<string, string | string[]>, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each)
    return this.keep(
      await fetch(`${this.base}${path}`, { method: 'POST', body, headers: { ...this.headers(), Origin: this.base, 'Sec-Fetch-Site': 'same-origin', ...headers }, redirect: 'manual' }),
    )
  }

  /** Enters the demo as one of its people, by the button beside the name. */
  async enterAs(name: string): Promise<void> {
    const page = await (await this.get('/sign-in')).text()
    const form = page.split('<form').find((each) => each.includes('action="/sign-in/as"') && each.split('</form>')[0]!.includes(name))
    const button = form?.split('<button').find((each) => each.split('</button>')[0]!.includes(name))
    if (!form || !button) throw new Error(`the sign-in page does not offer ${name}`)
    const answer = await this.post('/sign-in/as', { ...hiddenFields(form), userId: /value="([^"]*)"/.exec(button)?.[1] ?? '' })
    if (answer.status !== 302 || answer.headers.get('location')?.startsWith('/sign-in')) throw new Error(`not let in: ${answer.status} ${answer.headers.get('location')}`)
  }

  private headers(): Record<string, string> {
    return { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'Accept-Language': 'en' }
  }

  private keep(response: Response): Response {
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';')
      const at = pair.indexOf('=')
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
}

/** Names and values of the hidden inputs in a piece of markup. */
function hiddenFields(markup: string): Record<string, string> {
  const inputs = markup.split('</form>')[0]!.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  return Object.fromEntries(inputs.map((input) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '']))
}
