import { describe, expect, test } from 'vitest'
import { isSettled, reviewReasons, type AnswerState } from './review-reasons.ts'

const plain: AnswerState = { knockouts: 0, finding: false, naPending: false, evidenceMode: 'none', status: 'none', unreviewed: 0, certifiedAgain: false, replied: false, a: 100, changed: false, reviewed: false }

describe('reasons to look first', () => {
  test('a good answer that is proven or needs no proof has none', () => {
    expect(reviewReasons(plain)).toEqual([])
    expect(reviewReasons({ ...plain, evidenceMode: 'required', status: 'verified' })).toEqual([])
    expect(reviewReasons({ ...plain, evidenceMode: 'optional', status: 'provided', unreviewed: 2 })).toEqual([])
  })

  test('the gravest comes first', () => {
    expect(reviewReasons({ ...plain, finding: true, knockouts: 1, status: 'missing', evidenceMode: 'required' })).toEqual(['knockout', 'finding', 'evidence_missing'])
  })

  test('an unjudged document counts where the question requires one', () => {
    expect(reviewReasons({ ...plain, evidenceMode: 'required', status: 'provided', unreviewed: 1 })).toEqual(['evidence_unreviewed'])
  })

  test('a certificate that carries an answer for a second time says so', () => {
    expect(reviewReasons({ ...plain, evidenceMode: 'required', status: 'provided', certifiedAgain: true })).toEqual(['certified_again'])
  })

  test('an answer below that of last time is worse, another one at least changed', () => {
    expect(reviewReasons({ ...plain, a: 40, lastA: 100, changed: true })).toEqual(['worse'])
    expect(reviewReasons({ ...plain, a: 100, lastA: 40, changed: true })).toEqual(['changed'])
  })
})

test('an approved answer is settled unless an N/A or a required document waits', () => {
  expect(isSettled({ reviewed: true }, ['finding'])).toBe(true)
  expect(isSettled({ reviewed: true }, ['na_pending'])).toBe(false)
  expect(isSettled({ reviewed: true }, ['evidence_unreviewed'])).toBe(false)
  expect(isSettled({ reviewed: false }, [])).toBe(false)
})
