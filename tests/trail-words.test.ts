import { readdirSync, readFileSync } from 'node:fs'
import { getTableColumns } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { AGREEMENT_TRANSITIONS } from '#app/domain/agreements/agreement.ts'
import { ASSESSMENT_TRANSITIONS } from '#app/domain/assessments/assessment.ts'
import { AUDIT_TRANSITIONS } from '#app/domain/audits/audit.ts'
import { VENDOR_TRANSITIONS } from '#app/domain/vendors/vendor.ts'
import { CASE_TRANSITIONS } from '#app/domain/violations/case.ts'
import english from '#app/i18n/en/trail.ts'
import chinese from '#app/i18n/zh-CN/trail.ts'
import { agreements, assessments, auditCycles, cases, caseSteps, decisions, engagements, findings, invitations, memberships, organisations, vendorContacts, vendors } from '#db/schema/index.ts'

const sources = readdirSync('app/domain', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.server.ts'))
  .map((name) => readFileSync(`app/domain/${name}`, 'utf8'))

/** `record(ctx, { action: 'vendor.update' … })`, and names kept aside: `const ACTION = 'link.request'`. */
const written = sources.flatMap((source) => [...source.matchAll(/\b(?:action:|ACTION =) '([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1]!))
/** Acts that change a thing without moving it: `changeCase(ctx, before, { action: 'add_evidence' … })` records case.add_evidence. */
const changed = sources.flatMap((source) =>
  [...source.matchAll(/\b(?:change|move)(Case|Audit|Agreement|Finding|Vendor)\(ctx,[^;]*?\baction: '([a-z_]+)'/g)].map((match) => `${match[1]!.toLowerCase()}.${match[2]!}`),
)
const MACHINES = { agreement: AGREEMENT_TRANSITIONS, assessment: ASSESSMENT_TRANSITIONS, audit: AUDIT_TRANSITIONS, vendor: VENDOR_TRANSITIONS, case: CASE_TRANSITIONS }
const moved = Object.entries(MACHINES).flatMap(([subject, transitions]) => transitions.map(({ action }) => `${subject}.${action}`))
const all = [...new Set([...written, ...changed, ...moved])]

/** Rows that entries hold before and after a change. */
const ROWS = { agreements, assessments, auditCycles, cases, caseSteps, decisions, engagements, findings, invitations, memberships, organisations, vendorContacts, vendors }
/** People's ids are shown as names, so their columns are read. */
const PEOPLE = /^(owner|compliance|reviewer|requester|businessOwner|investigator|leadAuditor|user)Id$/
const isRead = (column: string) =>
  !/^(id|orgId|revision|updatedAt|tokenHash|dailyRunOn|clockDueAt)$/.test(column) && (!column.endsWith('Id') || PEOPLE.test(column) || column === 'violationId' || column === 'stepId')

test('the acts of every shape of call are found', () => {
  expect([written.length > 60, changed.length > 8, moved.length > 60]).toEqual([true, true, true])
  expect(all).toEqual(expect.arrayContaining(['vendor.enter_ban', 'case.add_evidence', 'case.record_opinion', 'audit.record_plans', 'link.request']))
})

describe.each([['English', english], ['Chinese', chinese]] as const)('in %s', (_, words) => {
  test('every act that the trail records has words of its own', () => {
    const acts: Record<string, Record<string, string>> = words.action
    expect(all.filter((action) => !acts[action.split('.')[0]!]?.[action.split('.')[1]!]?.trim()).sort()).toEqual([])
  })

  test('every subject that the trail names has a word', () => {
    const subjects = [...new Set(sources.flatMap((source) => [...source.matchAll(/subjectType: '([a-z_]+)'/g)].map((match) => match[1]!)))]
    expect(subjects.filter((subject) => !(subject in words.subject))).toEqual([])
  })

  test('every column that an entry may show has a name', () => {
    const columns = Object.values(ROWS).flatMap((table) => Object.keys(getTableColumns(table))).filter(isRead)
    expect([...new Set(columns)].filter((column) => !(column in words.field)).sort()).toEqual([])
  })
})
