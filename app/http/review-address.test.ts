import { expect, test } from 'vitest'
import { readReviewPlace, reviewAddress } from './review-address.ts'

const ID = '0198a0c4-0000-7000-8000-000000000001'

test('a place is written to the address and read back', () => {
  const place = { q: 'ACC-01', section: 'ACC', approved: ['ACC-02', 'GOV-01'] }
  const address = reviewAddress(ID, place)
  expect(address).toBe(`/assessments/${ID}?q=ACC-01&section=ACC&approved=ACC-02,GOV-01#ACC-01`)
  expect(readReviewPlace(new URL(address, 'http://test.example').searchParams)).toEqual(place)
})

test('what is no answer or section is left out', () => {
  expect(readReviewPlace(new URLSearchParams('q=<script>&section=a&approved=x,ACC-01'))).toEqual({ q: undefined, section: undefined, approved: ['ACC-01'] })
  expect(reviewAddress(ID, {})).toBe(`/assessments/${ID}`)
})
