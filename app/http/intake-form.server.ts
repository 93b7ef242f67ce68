import type { MemberContext } from './session.server.ts'
import { IntakeHeadInput } from '#app/domain/engagements/input.ts'
import { readIntakeForm } from '#app/domain/engagements/intake-form.ts'
import { intakeTemplate } from '#app/domain/engagements/intake-template.server.ts'
import type { saveIntake } from '#app/domain/engagements/save-intake.server.ts'
import { storeFile } from '#app/domain/evidence/store-file.server.ts'
import { parseForm } from './forms.server.ts'
import { givenFile } from './given-file.server.ts'

/** The impact assessment's item: the one that takes a file. */
const FILE_ITEM = 'IN-19'

/** Reads the intake form whole: its head, its answers by the template, and the file that came with it or ahead of it. */
export async function parseIntakeForm(ctx: MemberContext, form: FormData): Promise<Parameters<typeof saveIntake>[2]> {
  const head = new FormData()
  for (const name of ['title', 'businessOwnerId', 'revision']) head.set(name, form.get(name) ?? '')
  const parsed = parseForm(head, IntakeHeadInput)
  const { intake, notes } = readIntakeForm(intakeTemplate().template.intake.items, form, text(form.get('_remove')))
  if (text(form.get('removeFile'))) delete intake[FILE_ITEM]
  const given = givenFile(form)
  if (given) intake[FILE_ITEM] = ['fileId' in given ? given.fileId : (await storeFile(ctx, given)).id]
  return { ...parsed, intake, notes }
}

const text = (value: FormDataEntryValue | null) => (typeof value === 'string' && value !== '' ? value : undefined)
