import { expect, test } from 'vitest'
import { zoneOptions } from './zone-options.ts'

const now = new Date('2026-11-24T02:00:00Z')

test('a zone tells its offset and its name', () => {
  const shanghai = zoneOptions('zh-CN', now).find(({ value }) => value === 'Asia/Shanghai')
  expect(shanghai?.label).toMatch(/^GMT\+08:00 · .+ · Asia\/Shanghai$/)
})

test('a zone that is none of the usual ones is offered where it is set', () => {
  expect(zoneOptions('en', now, 'Pacific/Chatham')[0]).toMatchObject({ value: 'Pacific/Chatham' })
  expect(zoneOptions('en', now).map(({ value }) => value)).not.toContain('Pacific/Chatham')
})
