import type { TableRow } from '../questionnaires/template.ts'
import type { Commitment } from './commitments.ts'
import { label, type Labels } from './labels.ts'
import { approvedRecipients, type ScopeRow } from './scope.ts'
import type { AgreementTemplate, Bilingual, DraftProblem, JointDuty, LogSpecification, Party, ScheduleId, TemplateSchedule } from './template.ts'
import { fillIn, joinWords, longDate, placeName, plainLine, sameWords } from './wording.ts'

/** A schedule in print: cells in column order. */
export type Schedule = {
  id: ScheduleId
  title: Bilingual
  columns: (Bilingual & { id: string })[]
  rows: Bilingual[][]
  notes: Bilingual[]
  emptyText?: Bilingual
}

export type Contact = { party: Party; role: string; name: string; title?: string; phone?: string; email?: string }

export type ScheduleContents = {
  template: AgreementTemplate
  logSpecification: LogSpecification
  labels: Labels
  scope: ScopeRow[]
  /** Printed in Schedule 1 of a joint agreement (DPA-03J); undefined otherwise. */
  jointDuties?: Record<string, JointDuty['responsible']> | 'default'
  commitments: Commitment[]
  /** Rows of SUB-02; `org_id` is how the sub-processor is named in access logs, its name when absent. */
  subProcessors: TableRow[]
  contacts: Contact[]
  addresses: Record<Party, Bilingual | undefined>
}

const BLANK: Bilingual = { zh: '', en: '' }

/** Schedules 1 to 6 in print, in template order. */
export function buildSchedules(contents: ScheduleContents): Schedule[] {
  return contents.template.schedules.map((schedule) => {
    const { columns, rows, notes } = BUILDERS[schedule.id](schedule, contents)
    return { id: schedule.id, title: { zh: schedule.zh, en: schedule.en }, columns, rows, notes, emptyText: schedule.empty_text }
  })
}

/** Each party names a privacy lead and an incident contact (DPA-38). */
export function checkContacts(template: AgreementTemplate, contacts: Contact[]): DraftProblem[] {
  const roles = template.schedules.find(({ id }) => id === 'S5')?.required_roles ?? []
  return (['company', 'vendor'] as const).flatMap((party) =>
    roles.flatMap((role) => {
      const named = contacts.some((each) => each.party === party && each.role === role && each.name.trim() !== '' && (each.phone || each.email))
      return named ? [] : [{ code: 'agreementDraft.problem.contact_missing', data: { party, role } }]
    }),
  )
}

/** Organisations that access logs accept besides the vendor (Schedule 3). */
export function approvedOrganisations(subProcessors: TableRow[]): string[] {
  return [...new Set(subProcessors.map(organisationId))]
}

/** Rows of GOV-02 as the vendor's contacts. */
export function vendorContacts(rows: TableRow[]): Contact[] {
  const cell = (value: unknown) => (value === undefined ? undefined : String(value))
  return rows.map((row) => ({
    party: 'vendor', role: String(row.role), name: String(row.name ?? ''), title: cell(row.title), phone: cell(row.phone), email: cell(row.email),
  }))
}

type Built = Pick<Schedule, 'columns' | 'rows' | 'notes'>
type Builder = (schedule: TemplateSchedule, contents: ScheduleContents) => Built

const BUILDERS: Record<ScheduleId, Builder> = { S1: scopeTable, S2: measures, S3: subProcessors, S4: logFields, S5: contactTable, S6: certificateForm }

function scopeTable(schedule: TemplateSchedule, contents: ScheduleContents): Built {
  const { labels, template, scope } = contents
  const rows = scope.map((row) => [
    label(labels.infoTypes, row.info_type),
    joinWords(row.fields.map((field) => sameWords(plainLine(field)))),
    sameWords(row.scenario_id),
    sameWords(plainLine(row.scenario)),
    joinWords(row.operations.map((operation) => label(labels.operations, operation))),
    label(labels.purposes, row.purpose),
    label(labels.legalBases, row.legal_basis),
    ...[row.max_subjects, row.max_records_per_day, row.max_export_per_event].map((ceiling) => sameWords(ceiling ?? '')),
    joinWords(row.countries.map((country) => placeName(country, template.places))),
    sameWords(row.hours),
    joinWords(row.recipients.map((recipient) => sameWords(plainLine(recipient)))),
    sameWords(row.valid_from),
    sameWords(row.valid_to),
  ])
  return { ...table(schedule, rows), notes: [...notesOf(schedule), ...jointDutyNotes(schedule, contents.jointDuties)] }
}

function jointDutyNotes({ joint_duties: duties = [], words = {} }: TemplateSchedule, chosen: ScheduleContents['jointDuties']): Bilingual[] {
  if (chosen === undefined) return []
  return duties.map((duty) => {
    const responsible = label(words, chosen === 'default' ? duty.responsible : (chosen[duty.id] ?? duty.responsible))
    const sentence = label(words, 'joint_duty')
    const fill = (language: keyof Bilingual) => fillIn(sentence[language], (name) => (name === 'duty' ? duty : responsible)[language])
    return { zh: fill('zh'), en: fill('en') }
  })
}

function measures(schedule: TemplateSchedule, { commitments }: ScheduleContents): Built {
  return table(schedule, commitments.map(({ question, topic, words }) => [sameWords(question), topic, words]))
}

function subProcessors(schedule: TemplateSchedule, { subProcessors: rows, labels, template }: ScheduleContents): Built {
  return table(schedule, rows.map((row) => [
    sameWords(plainLine(String(row.name ?? ''))),
    sameWords(organisationId(row)),
    placeName(String(row.country ?? ''), template.places),
    sameWords(plainLine(String(row.service ?? ''))),
    joinWords((Array.isArray(row.info_types) ? row.info_types : []).map((type) => label(labels.infoTypes, type))),
    label(schedule.words ?? {}, String(row.agreement ?? '')),
    typeof row.last_assessed === 'string' && row.last_assessed !== '' ? longDate(row.last_assessed) : BLANK,
  ]))
}

function logFields(schedule: TemplateSchedule, { logSpecification: log, scope }: ScheduleContents): Built {
  const recipients = approvedRecipients(scope).map((recipient) => sameWords(plainLine(recipient)))
  const list = joinWords(recipients)
  const words = recipients.length === 0 ? log.no_recipients : log.recipients
  const named = { zh: fillIn(words.zh, () => list.zh), en: fillIn(words.en, () => list.en) }
  const rows = log.fields.map(({ field, need, type, meaning }) => [sameWords(field), label(log.needs, need), type, meaning])
  return { columns: log.columns, rows, notes: [named, ...log.notes, ...notesOf(schedule)] }
}

function contactTable(schedule: TemplateSchedule, { contacts, addresses }: ScheduleContents): Built {
  const words = schedule.words ?? {}
  const rows = (['company', 'vendor'] as const).flatMap((party) => [
    ...contacts.filter((contact) => contact.party === party).map((contact) => [
      label(words, party),
      label(words, contact.role),
      ...[contact.name, contact.title, contact.phone, contact.email].map((cell) => sameWords(plainLine(cell ?? ''))),
    ]),
    ...[addresses[party]].flatMap((address) => (address ? [[label(words, party), label(words, 'notice_address'), address, BLANK, BLANK, BLANK]] : [])),
  ])
  return table(schedule, rows)
}

function certificateForm(schedule: TemplateSchedule): Built {
  return table(schedule, (schedule.form ?? []).map(({ zh, en }) => [{ zh, en }, BLANK]))
}

function table(schedule: TemplateSchedule, rows: Bilingual[][]): Built {
  return { columns: schedule.table ?? [], rows, notes: notesOf(schedule) }
}

function notesOf(schedule: TemplateSchedule): Bilingual[] {
  return schedule.note ? [schedule.note] : []
}

function organisationId(row: TableRow): string {
  const id = plainLine(String(row.org_id ?? ''))
  return id === '' ? plainLine(String(row.name ?? '')) : id
}
