import { data, type ActionFunctionArgs, type AppLoadContext } from '@remix-run/node'
import { createHash } from 'node:crypto'
import type { Context, OpenContext } from '#app/domain/context.server.ts'
import { Problem, type ProblemCode } from '#app/domain/errors.ts'
import { formTokens } from '#db/schema/index.ts'
import { backTo, redirectWith, safeNext } from './flash.server.ts'
import { typedValues, type FormRefusal } from './forms.server.ts'
import { FROM, keepForm } from './keep-form.server.ts'
import { openMember, type MemberContext } from './session.server.ts'

export const STATUS: Record<ProblemCode, number> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 400,
  gone: 410,
  'too-many': 429,
}

type AuthedArgs<C> = ActionFunctionArgs & { ctx: C; form: FormData }
type Refused = ReturnType<typeof data<FormRefusal>>
type Options = {
  /** For a POST without a page of its own: where a refusal goes to be read, when the browser does not say where it came from. */
  back?: (params: ActionFunctionArgs['params']) => string
}

/**
 * Wraps every signed-in loader and action. A page's loaders share one reading transaction; an action has its own,
 * committed before the answer. A refused form returns to its page with what was typed; a refused verb goes back with a sentence.
 * A form that comes after its session has ended is kept on a page of its own.
 */
export const authed = wrap<MemberContext>((request, context) => openMember(request, context), keepForm)

type Opened<C> = Omit<OpenContext, 'ctx'> & { ctx: C }

/** What is thrown to whoever posts without a session; as `open` refused it, unless something is to be kept. */
type SignedOut = (refusal: unknown, request: Request, form: FormData) => unknown

export function wrap<C extends Context>(open: (request: Request, context: AppLoadContext) => Promise<Opened<C>>, signedOut: SignedOut = (refusal) => refusal) {
  const reading = new WeakMap<AppLoadContext, Promise<Opened<C>>>()

  function sharedRead({ request, context }: ActionFunctionArgs): Promise<Opened<C>> {
    const known = reading.get(context)
    if (known) return known
    const opened = open(request, context)
    reading.set(context, opened)
    const endEarlier = context.endRequest
    context.endRequest = async () => {
      await endEarlier?.()
      if (reading.get(context) !== opened) return
      reading.delete(context)
      await opened.then((each) => each.commit()).catch(() => {})
    }
    return opened
  }

  return function authed<T>(handle: (args: AuthedArgs<C>) => Promise<T>, options: Options = {}) {
    // A refused form has its own answer, which pages read with useFields(): the type says what happens otherwise.
    return async (args: ActionFunctionArgs): Promise<T> => {
      if (args.request.method === 'GET' || args.request.method === 'HEAD') {
        const { ctx } = await sharedRead(args)
        return handle({ ...args, ctx, form: new FormData() }).catch(throwStatus)
      }
      const form = await args.request.formData()
      const opened = await open(args.request, args.context).catch((refusal: unknown) => {
        throw signedOut(refusal, args.request, form)
      })
      try {
        await takeOnce(opened.ctx, args.request, form)
        const result = await handle({ ...args, ctx: opened.ctx, form })
        await opened.commit()
        return result
      } catch (error) {
        await opened.rollback()
        return (await refuse(error, { ...args, form }, options)) as T
      }
    }
  }
}

/** The same form sent twice has one effect: its token and its effect commit together. */
async function takeOnce(ctx: Context, request: Request, form: FormData) {
  const token = form.get('_once')
  if (typeof token !== 'string' || token === '') return
  const hex = createHash('sha256').update(`${token}|${new URL(request.url).pathname}`).digest('hex')
  const key = hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const taken = await ctx.db.insert(formTokens).values({ orgId: ctx.actor.orgId, token: key, at: ctx.now }).onConflictDoNothing().returning()
  if (taken.length === 0) throw new Problem('conflict', 'errors.already_done')
}

async function refuse(error: unknown, args: ActionFunctionArgs & { form: FormData }, { back }: Options): Promise<Refused> {
  if (!(error instanceof Problem)) throw error
  if (back) throw await redirectWith(safeNext(String(args.form.get(FROM) ?? ''), backTo(args.request, back(args.params))), { kind: 'refused', key: error.key, data: error.data })
  if (error.code === 'not-found' || error.code === 'forbidden') return throwStatus(error)
  return refusedForm(error, args.form)
}

/** What a page gets back: the sentences, every value as typed, and the status that belongs to them. */
export function refusedForm({ code, key, data: values, fields }: Problem, form: FormData): Refused {
  return data({ problem: { code, key, data: values, fields }, values: typedValues(form) }, STATUS[code])
}

export function throwStatus(error: unknown): never {
  if (error instanceof Problem) throw data({ code: error.code, key: error.key, data: error.data }, STATUS[error.code])
  throw error
}
