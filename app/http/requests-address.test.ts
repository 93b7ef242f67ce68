import { expect, test } from 'vitest'
import { readRequests, requestsAddress } from './requests-address.ts'

const after = { updatedAt: new Date('2026-11-24T02:00:00.123Z'), id: '01920000-0000-7000-8000-000000000001' }
const read = (address: string) => readRequests(new URL(address, 'http://x').searchParams)

test('an address leads back to what it was made of', () => {
  expect(requestsAddress(undefined)).toBe('/engagements')
  expect(read(requestsAddress('draft', after))).toEqual({ status: 'draft', after })
  expect(read(requestsAddress(undefined, after))).toEqual({ status: undefined, after })
})

test.each(['status=happy', 'after=x', 'after=1.2', 'after='])('an address with %s is refused', (query) => {
  expect(() => read(`/engagements?${query}`)).toThrow(expect.objectContaining({ code: 'invalid' }))
})
