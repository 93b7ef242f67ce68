import type { AgreementListQuery } from '#app/domain/agreements/input.ts'
import { paths } from './paths.ts'

type RegisterChoice = Pick<AgreementListQuery, 'q' | 'status' | 'ending'>

/** The address of the register; `change` replaces parts of it, a key leads to another page. */
export function agreementListAddress(choice: RegisterChoice, change: Partial<RegisterChoice> & { after?: string; before?: string } = {}): string {
  const { q, status, ending, after, before } = { ...choice, after: undefined, before: undefined, ...change }
  const params = new URLSearchParams()
  if (q !== '') params.set('q', q)
  for (const each of status) params.append('status', each)
  if (ending) params.set('ending', ending)
  if (after) params.set('after', after)
  if (before) params.set('before', before)
  const text = params.toString()
  return text === '' ? paths.agreements() : `${paths.agreements()}?${text}`
}
