import { expect, test } from 'vitest'
import { agreementListAddress } from './agreement-list-address.ts'

const none = { q: '', status: [], ending: undefined }

test('an empty choice is the register itself', () => {
  expect(agreementListAddress(none)).toBe('/agreements')
})

test('filters and a page key stand in the address; a change replaces its part only', () => {
  const choice = { q: '云帆', status: ['draft' as const, 'sent' as const], ending: 'soon' as const }
  expect(agreementListAddress(choice, { status: ['sent'], after: '0~2027-01-01~x' })).toBe('/agreements?q=%E4%BA%91%E5%B8%86&status=sent&ending=soon&after=0%7E2027-01-01%7Ex')
})
