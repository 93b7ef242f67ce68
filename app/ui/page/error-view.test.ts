import { UNSAFE_ErrorResponseImpl as ErrorResponse } from '@remix-run/router'
import { expect, test } from 'vitest'
import { errorView } from './error-view.ts'

const thrown = (status: number, data: unknown = {}) => new ErrorResponse(status, '', data)

test.each([
  [401, 'signedOut'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [409, 'conflict'],
  [410, 'expired'],
  [429, 'tooMany'],
  [503, 'unavailable'],
  [500, 'unexpected'],
  [418, 'unexpected'],
])('status %i is the page %s', (status, kind) => {
  expect(errorView(thrown(status), true).kind).toBe(kind)
})

test('a refusal brings its own sentence along', () => {
  const refusal = { key: 'audit.already_closed', data: { ref: 'AU-12' } }
  expect(errorView(thrown(409, refusal), true).refusal).toEqual(refusal)
})

test('an error of our own is unexpected, and offline when the network is away', () => {
  expect(errorView(new Error('x'), true)).toEqual({ kind: 'unexpected', refusal: {} })
  expect(errorView(new TypeError('Failed to fetch'), false).kind).toBe('offline')
})
