import { readMessage } from '#app/http/forms.server.ts'
import { translator } from '#app/i18n/index.ts'
import { withContext } from '#app/domain/context.server.ts'
import { ROLES, type Role } from '#app/domain/identity/actor.ts'
import { makeResetLinkFor } from '#app/domain/identity/make-reset-link.server.ts'
import { addMember } from '#app/domain/organisations/add-member.server.ts'
import { OrganisationInput } from '#app/domain/organisations/input.ts'
import { createOrganisation } from '#app/domain/organisations/create-organisation.server.ts'
import { openWorld, readEnvironment } from '../open-world.ts'
import { CommandProblem, printJson, readOptions, WrongUsage, type Run } from './command.ts'

type Language = 'zh-CN' | 'en'

/** Runs work on the product's database and closes it. */
async function onDatabase<T>(work: () => Promise<T>): Promise<T> {
  readEnvironment()
  const world = await openWorld()
  try {
    return await work()
  } finally {
    await world.close()
  }
}

export const orgCreate: Run = async (words) => {
  const { options } = readOptions(words, ['name', 'name-alt', 'reg-no', 'address', 'country', 'zone', 'language', 'admin-email', 'admin-name', 'department', 'lead', 'phone', 'unit-email'])
  const need = (name: string) => options[name] ?? missing('org create', name)
  const language = languageOf(options.language)
  const email = need('admin-email').trim().toLowerCase()
  const made = await onDatabase(async () => {
    const world = { now: new Date() }
    const input = OrganisationInput.safeParse({
      name: need('name'),
      nameAlt: options['name-alt'],
      country: options.country ?? 'CN',
      regNo: options['reg-no'],
      address: options.address,
      zone: options.zone ?? 'Asia/Shanghai',
      language,
      unitDepartment: options.department ?? need('name'),
      unitLead: need('lead'),
      unitPhone: need('phone'),
      unitEmail: options['unit-email'] ?? email,
    })
    if (!input.success) throw new CommandProblem(input.error.issues.map(sentence).join('\n'))
    const admin = await createOrganisation(world, { input: input.data, admin: { name: need('admin-name'), email, language } })
    return { org: admin.orgId, admin: admin.userId, link: await makeResetLinkFor(world, email) }
  })
  printJson(made)
}

export const userCreate: Run = async (words) => {
  const { options } = readOptions(words, ['org', 'email', 'name', 'roles', 'language'])
  const need = (name: string) => options[name] ?? missing('user create', name)
  const roles = need('roles').split(',').map(roleOf)
  const email = need('email').trim().toLowerCase()
  const made = await onDatabase(async () => {
    const world = { now: new Date() }
    const member = await withContext({ kind: 'system', orgId: need('org'), job: 'command line' }, world, (ctx) =>
      addMember(ctx, { name: need('name'), email, roles, language: languageOf(options.language) }),
    )
    return { user: member.userId, roles, link: await makeResetLinkFor(world, email) }
  })
  printJson(made)
}

export const userResetLink: Run = async ([email, ...rest]) => {
  if (!email || rest.length > 0) throw new WrongUsage('user reset-link needs one e-mail address')
  printJson({ link: await onDatabase(() => makeResetLinkFor({ now: new Date() }, email.trim().toLowerCase())) })
}

/** The form's own sentence, under the option's name. */
function sentence({ path, message }: { path: PropertyKey[]; message: string }): string {
  const { key, data } = readMessage(message)
  return `${path.map(String).join('.')}: ${translator('en').from(key, data)}`
}

function roleOf(word: string): Role {
  const role = ROLES.find((each) => each === word.trim())
  if (!role) throw new CommandProblem(`there is no role '${word}'; roles are ${ROLES.join(', ')}`)
  return role
}

function languageOf(word: string | undefined): Language {
  if (word === undefined) return 'zh-CN'
  if (word !== 'zh-CN' && word !== 'en') throw new WrongUsage('--language must be zh-CN or en')
  return word
}

function missing(command: string, option: string): never {
  throw new WrongUsage(`${command} needs --${option}`)
}
