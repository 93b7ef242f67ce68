import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { MONDAY_TO_FRIDAY } from '#app/domain/organisations/business-calendar.ts'
import { addDays, atLocalTime } from '#app/domain/organisations/calendar-dates.ts'
import { AUDIENCE_ROLES, type AlertBook } from './alert.ts'
import { advance } from './ladder.ts'
import type { CaseEvent, LadderCase } from './ladder-case.ts'
import { runLadder, type CaseRow } from './run-ladder.ts'
import type { LadderEntry, RaisedStage } from './ladder-entry.ts'
import type { Audience } from './recipients.ts'
import type { LadderSubject } from './subject.ts'

const { alerts } = parse(readFileSync(new URL('../../../templates/alerts/alerts.yaml', import.meta.url), 'utf8')) as AlertBook
const where = { calendar: MONDAY_TO_FRIDAY, zone: 'Asia/Shanghai' }
const START = '2027-01-04'

const at = (date: string, time = '09:00') => atLocalTime(date, time, where.zone)
const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(START, days))
const time = fc.constantFrom('00:30', '08:59', '09:00', '09:01', '14:00', '23:59')
const moment = fc.tuple(day(0, 80), time).map(([date, hour]) => `${date}T${hour}`)

/** Alerts whose stages hang on a due date, with the facts that open every branch. */
const timed = fc.constantFrom<string[][]>(['N-01', 'N-02'], ['N-03'], ['N-05'], ['N-06'], ['N-07'], ['N-08'], ['N-11'], ['N-13'], ['N-14'], ['N-17'], ['N-18'])
const facts = fc.record({
  severity: fc.constantFrom('low', 'medium', 'high', 'critical'),
  vendor_caused_delay: fc.boolean(),
  vendor_task_open: fc.boolean(),
  identity_or_relay_open: fc.boolean(),
  computed_decision: fc.constantFrom('reject', 'approve'),
})
const subject = fc.record({ created: moment, due: day(10, 90), grace: fc.integer({ min: 0, max: 6 }), facts })
const outages = fc.array(
  fc.tuple(day(0, 100), fc.integer({ min: 0, max: 40 })).map(([from, length]) => ({ from, to: addDays(from, length) })),
  { maxLength: 3 },
)
const moves = fc.array(fc.record({ at: moment, due: day(10, 90) }), { maxLength: 3 })
const stop = fc.option(fc.record({ at: moment, stop: fc.constant(true) }), { nil: undefined })

const story = fc.record({ alert: timed, subject, outages, moves, stop }).map(
  ({ alert, subject, outages, moves, stop }): LadderCase => ({
    alert,
    subject,
    daily: { from: START, to: addDays(START, 130), except: outages },
    events: stop ? [...moves, stop] : moves,
  }),
)
const runs = { numRuns: 20 }

test('no stage is sent twice, whatever is moved, missed or stopped', () => {
  fc.assert(
    fc.property(story, (story) => {
      const told = runLadder(story, alerts)
        .filter((row) => row.status === 'sent')
        .map((row) => row.key)
      expect(new Set(told).size).toBe(told.length)
    }),
    runs,
  )
})

test('a run sends at most one stage of an alert besides R and CAP', () => {
  fc.assert(
    fc.property(story, (story) => {
      const told = runLadder(story, alerts).filter((row) => row.status === 'sent' && !['R', 'CAP'].includes(row.stage))
      const runs = told.map((row) => `${row.at} ${row.alert}`)
      expect(new Set(runs).size).toBe(runs.length)
    }),
    runs,
  )
})

test('after a stop there is one X at most, and nothing else', () => {
  fc.assert(
    fc.property(story, moment, (story, stoppedAt) => {
      const events: CaseEvent[] = [...(story.events ?? []).filter((event) => !event.stop), { at: stoppedAt, stop: true }]
      const after = runLadder({ ...story, events }, alerts).filter((row) => row.at.slice(0, 16) >= stoppedAt)
      expect(after.filter((row) => row.stage !== 'X')).toEqual([])
      expect(after.length).toBeLessThanOrEqual(1)
    }),
    runs,
  )
})

test('moved away and back between two runs, the ladder goes on as if nothing had been', () => {
  fc.assert(
    fc.property(timed, subject, day(0, 90), day(10, 90), (alert, subject, on, elsewhere) => {
      const daily = { from: START, to: addDays(START, 130) }
      const still = runLadder({ alert, subject, daily }, alerts)
      const events = [{ at: `${on}T10:00`, due: elsewhere }, { at: `${on}T16:00`, due: subject.due }]
      expect(runLadder({ alert, subject, daily, events }, alerts)).toEqual(still)
    }),
    runs,
  )
})

test('moved away and back, no stage that was sent under the first date is sent again', () => {
  fc.assert(
    fc.property(timed, subject, day(0, 60), fc.integer({ min: 1, max: 30 }), day(10, 90), (alert, subject, on, later, elsewhere) => {
      const events = [{ at: on, due: elsewhere }, { at: addDays(on, later), due: subject.due }]
      const rows = runLadder({ alert, subject, daily: { from: START, to: addDays(START, 130) }, events }, alerts)
      const first = rows.filter((row) => row.status === 'sent' && row.due === subject.due && row.stage !== 'R' && row.stage !== 'X')
      expect(new Set(first.map((row) => row.key)).size).toBe(first.length)
    }),
    runs,
  )
})

test('moved to one date twice, both moves are told, under keys of their own', () => {
  const events = ['2027-02-20', '2027-03-20', '2027-02-20', '2027-03-20'].map((due, index) => ({ at: addDays('2027-01-20', index), due }))
  const rows = runLadder({ alert: 'N-01', subject: { created: '2026-12-20', due: '2027-02-20' }, daily: { from: '2027-01-10', to: '2027-01-25' }, events }, alerts)
  const told = rows.filter((row) => row.stage === 'R')
  expect(told.map((row) => row.due)).toEqual(['2027-03-20', '2027-02-20', '2027-03-20'])
  expect(new Set(told.map((row) => row.key)).size).toBe(3)
})

test('every action runs once, in the order of the ladder, whatever the outages', () => {
  fc.assert(
    fc.property(timed, subject, outages, (alert, subject, except) => {
      const daily = { from: START, to: addDays(START, 150) }
      const actions = (rows: CaseRow[]) => rows.flatMap((row) => row.action.map((action) => `${row.alert} ${row.stage} ${action}`))
      const through = actions(runLadder({ alert, subject, daily }, alerts))
      expect(actions(runLadder({ alert, subject, daily: { ...daily, except } }, alerts))).toEqual(through)
      expect(new Set(through).size).toBe(through.length)
    }),
    runs,
  )
})

test('running by the minute, by the hour or once a day decides the same', () => {
  fc.assert(
    fc.property(timed, subject, fc.array(time, { minLength: 1, maxLength: 6 }), (alert, subject, times) => {
      const created = subject.created.slice(0, 10) // an event before the day's run: later ones are seen a day later
      const days = Array.from({ length: 40 }, (_, index) => addDays(START, index + 60))
      const daily = days.map((date) => `${date}T09:00`)
      const often = days.flatMap((date) => [`${date}T09:00`, ...times.map((hour) => `${date}T${hour}`)])
      const play = (runs: string[]) => runLadder({ alert, subject: { ...subject, created }, runs }, alerts)
      const byDay = (rows: CaseRow[]) => rows.filter((row) => row.status !== 'acted').map((row) => ({ ...row, at: row.at.slice(0, 10), action: [], action_later: [] }))
      expect(byDay(play(often))).toEqual(byDay(play(daily)))
    }),
    { numRuns: 15 },
  )
})

describe('called with what it said before', () => {
  const person = (id: string) => ({ id, kind: id === 'vendor' ? ('contact' as const) : ('member' as const) })
  const audience: Audience = Object.fromEntries(AUDIENCE_ROLES.map((role) => [role, [person(role)]]))
  const asEntry = (stage: RaisedStage, raisedAt: Date): LadderEntry => ({ ...stage, raisedAt })
  const states = fc.record({ id: fc.constantFrom(...alerts.map((alert) => alert.id)), due: day(0, 90), now: day(0, 150), hour: time, facts })

  test('it says nothing more', () => {
    fc.assert(
      fc.property(states, ({ id, due, now, hour, facts }) => {
        const alert = alerts.find((each) => each.id === id)!
        const opened: LadderSubject = { id: 's', openedAt: at(START, '00:00'), due, clockEnd: at(due), graceDays: 5, legalCap: due, facts: { ...facts, to_do: 2, attempts_30d: 3 } }
        const input = { alert, subject: opened, now: at(now, hour), where, audience }
        const first = advance({ ...input, history: [] })
        const history = first.raise.map((stage) => ({
          ...asEntry(stage, input.now),
          done: first.actions.filter((action) => action.key === stage.key).map((action) => action.action),
        }))
        expect(advance({ ...input, history })).toEqual({ raise: [], actions: [] })
      }),
      { numRuns: 300 },
    )
  })

  test('a run that comes out of order finds nothing left to do', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: 60 }), ({ id, due, now, hour, facts }, earlier) => {
        const alert = alerts.find((each) => each.id === id)!
        const opened: LadderSubject = { id: 's', openedAt: at(addDays(START, -90), '00:00'), due, clockEnd: at(due), graceDays: 5, facts }
        const input = { alert, subject: opened, where, audience }
        const late = advance({ ...input, now: at(now, hour), history: [] })
        fc.pre(late.raise.length > 0)
        const history = late.raise.map((stage) => ({ ...asEntry(stage, at(now, hour)), done: [...stage.actions, ...(stage.later ?? [])] }))
        expect(advance({ ...input, now: at(addDays(now, -earlier), hour), history }).raise).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('a run from before the stop that comes after it sends nothing', () => {
    const alert = alerts.find((each) => each.id === 'N-02')!
    const told: LadderEntry = { alert: 'N-02', stage: 'T+1', due: '2027-03-01', status: 'sent', severity: 'high', raisedAt: at('2027-03-02'), recipients: [person('legal')] }
    const input = { alert, subject: { id: 's', openedAt: at('2027-01-01'), due: '2027-03-01', stoppedAt: at('2027-03-09') }, where, audience }
    const { raise } = advance({ ...input, now: at('2027-03-09'), history: [told] })
    expect(raise.map((stage) => stage.stage)).toEqual(['X'])
    const history = [told, ...raise.map((stage) => asEntry(stage, at('2027-03-09')))]
    expect(advance({ ...input, now: at('2027-03-08'), history })).toEqual({ raise: [], actions: [] })
  })

  test('keys are unique among what one run decides', () => {
    fc.assert(
      fc.property(states, ({ id, due, now, hour, facts }) => {
        const alert = alerts.find((each) => each.id === id)!
        const parts = Object.fromEntries([...alert.dedup_key.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (['alert', 'stage', 'due', 'date'].includes(name!) ? [] : [[name!, `a ${name}`]])))
        const opened: LadderSubject = { id: 's', parts, openedAt: at(addDays(START, -90), '00:00'), due, clockEnd: at(due), graceDays: 5, legalCap: due, facts: { ...facts, attempts_30d: 3 } }
        const { raise } = advance({ alert, subject: opened, now: at(now, hour), where, audience, history: [] })
        expect(new Set(raise.map((stage) => stage.key)).size).toBe(raise.length)
        for (const stage of raise) expect(stage.key).toMatch(/^N-\d\d\|/)
      }),
      { numRuns: 300 },
    )
  })
})
