import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { AlertBook, AudienceRole } from './alert.ts'
import { resolveRecipients, rolesOf, vendorSees, type Audience, type Recipient } from './recipients.ts'

const { alerts } = parse(readFileSync(new URL('../../../templates/alerts/alerts.yaml', import.meta.url), 'utf8')) as AlertBook
const member = (id: string): Recipient => ({ id, kind: 'member' })
const contact = (id: string): Recipient => ({ id, kind: 'contact' })
const audience: Audience = {
  compliance: [member('chen'), member('li')],
  compliance_head: [member('wang')],
  admin: [member('root')],
  vendor: [contact('ou')],
}

describe('roles to people', () => {
  test('everyone who holds a role, each person once', () => {
    expect(resolveRecipients(['compliance', 'compliance_head'], { ...audience, compliance_head: [member('li')] })).toEqual({
      recipients: [member('chen'), member('li')],
      missing: [],
    })
  })

  test('a role nobody holds falls to the head of compliance and is reported', () => {
    expect(resolveRecipients(['executive', 'legal'], audience)).toEqual({ recipients: [member('wang')], missing: ['executive', 'legal'] })
  })

  test('without a head of compliance it falls to the administrator', () => {
    expect(resolveRecipients(['compliance_head'], { admin: [member('root')] })).toEqual({ recipients: [member('root')], missing: ['compliance_head'] })
  })

  test('with nobody at all there is nobody', () => {
    expect(resolveRecipients(['compliance'], {})).toEqual({ recipients: [], missing: ['compliance'] })
  })
})

describe('the vendor hears', () => {
  const alert = (id: string) => alerts.find((each) => each.id === id)!
  const roles = (id: string, stage: string, facts = {}, vendorInExit = false) =>
    rolesOf(alert(id).ladder.find((rung) => rung.stage === stage)!, alert(id), { facts, vendorInExit })

  test('an audit overdue by a week, unless it caused the delay', () => {
    expect(roles('N-02', 'T+7')).toContain('vendor')
    expect(roles('N-02', 'T+7', { vendor_caused_delay: true })).not.toContain('vendor')
  })

  test('a rights request only while it has an open task', () => {
    expect(roles('N-14', 'D+15')).not.toContain('vendor')
    expect(roles('N-14', 'D+15', { vendor_task_open: true })).toContain('vendor')
  })

  test.each(['N-07', 'N-08', 'N-11'])('%s while it is being ended', (id) => {
    const stage = alert(id).ladder.find((rung) => rung.to.includes('vendor'))!.stage
    expect(roles(id, stage, { period_days: 30 }, true)).toContain('vendor')
  })

  test.each(['N-01', 'N-02', 'N-05'])('%s no more while it is being ended', (id) => {
    for (const rung of alert(id).ladder) expect(roles(id, rung.stage, {}, true)).not.toContain('vendor')
  })

  // acceptance case 10 with ruling 10
  test('in its notification centre these alerts, of its own record only', () => {
    const seen = alerts.filter((each) => each.ladder.some((rung) => vendorSees(each, { roles: rung.to, vendorId: 'v1' }, { vendorId: 'v1' })))
    expect(seen.map((each) => each.id)).toEqual(['N-01', 'N-02', 'N-04', 'N-05', 'N-06', 'N-07', 'N-08', 'N-11', 'N-13', 'N-14', 'N-17', 'N-20', 'N-21'])
    for (const each of alerts) {
      for (const rung of each.ladder) {
        expect(vendorSees(each, { roles: rung.to, vendorId: 'v2' }, { vendorId: 'v1' })).toBe(false)
        expect(vendorSees(each, { roles: rung.to }, { vendorId: 'v1' })).toBe(false)
      }
    }
  })

  test('nothing of a stage that does not name it', () => {
    const stage: { roles: AudienceRole[]; vendorId: string } = { roles: ['compliance_head', 'executive'], vendorId: 'v1' }
    expect(vendorSees(alert('N-02'), stage, { vendorId: 'v1' })).toBe(false)
  })
})
