import { expect, test } from 'vitest'
import { sheetName } from '#main/services/exports/write-xlsx.ts'

test.each([
  ['Products', 'Products'],
  ['Exchange rates - of all our currencies', 'Exchange rates - of all our cur'],
  ['Tasks - [a/b\\c:d*e?]', 'Tasks -  a b c d e'],
  ["'quoted'", 'quoted'],
  ['\u0000', 'Quayside'],
  [`${'x'.repeat(30)}🧺`, 'x'.repeat(30)],
  ['订单', '订单'],
])('a sheet called %j is %j', (name, sheet) => {
  expect(sheetName(name)).toBe(sheet)
})
