import { expect, test } from 'vitest'
import { cleanRegNo, nameCore, regNoProblem } from './reg-no.ts'

test('a number is written one way', () => {
  expect(cleanRegNo(' ９１４４０１０１ma5d3f7k8x ')).toBe('91440101MA5D3F7K8X')
})

test('a Chinese number needs its check digit, a foreign one passes as it is', () => {
  expect(regNoProblem('91350100M000100Y43', 'CN')).toBeUndefined()
  expect(regNoProblem('91350100M000100Y44', 'CN')).toBe('vendors.reg_no.wrong')
  expect(regNoProblem('HRB 12345', 'CN')).toBe('vendors.reg_no.wrong')
  expect(regNoProblem('HRB12345', 'DE')).toBeUndefined()
})

test.each([
  ['广州云帆呼叫中心服务外包有限公司', '广州云帆呼叫中心服务外包'],
  ['Guangzhou Yunfan Co., Ltd.', 'Guangzhou Yunfan'],
  ['Müller & Söhne GmbH', 'Müller & Söhne'],
  ['Coca Inc.', 'Coca'],
])('%s is told apart by %s', (name, core) => {
  expect(nameCore(name)).toBe(core)
})
