import { Problem } from '#app/domain/errors.ts'
import { STATUS } from './authed.server.ts'

/** Answers a script's request: what `work` gives, or the problem that it throws with its status, as JSON. */
export async function answerJson(work: () => Promise<object>, statusOf: (reply: object) => number = () => 200): Promise<Response> {
  try {
    const reply = await work()
    return Response.json(reply, { status: statusOf(reply) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code, key, data, fields } = error
    return Response.json({ problem: { code, key, data, fields } }, { status: STATUS[code] })
  }
}
