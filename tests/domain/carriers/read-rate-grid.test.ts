import { expect, test } from 'vitest'
import { readRateGrid } from '#main/domain/carriers/read-rate-grid.ts'

const zones = [
  { id: 1, name: 'Zone 1' },
  { id: 2, name: 'Europe' },
]
const read = (...lines: string[]) => readRateGrid(lines.join('\n'), { zones, currency: 'USD' })
const plain = { stepGrams: null, step: null, ton: null, minimumTons: null }

test('weights down, zones across', () => {
  const grid = read('kg\t1\tEurope', '0.5\t$12.50\t14', '1 kg\t13,25\t', '', '1-2\t1,015.00\tUSD 16.10')
  expect(grid.problems).toEqual([])
  expect(grid.zones).toEqual([
    { head: '1', zoneId: 1 },
    { head: 'Europe', zoneId: 2 },
  ])
  expect(grid.rates).toEqual([
    { zoneId: 1, overGrams: 0, upToGrams: 500, base: '12.50', ...plain },
    { zoneId: 2, overGrams: 0, upToGrams: 500, base: '14.00', ...plain },
    { zoneId: 1, overGrams: 500, upToGrams: 1000, base: '13.25', ...plain },
    { zoneId: 1, overGrams: 1000, upToGrams: 2000, base: '1015.00', ...plain },
    { zoneId: 2, overGrams: 1000, upToGrams: 2000, base: '16.10', ...plain },
  ])
})

test('what goes on above a weight: by the kilogram, or added to the row before; in Chinese too', () => {
  expect(read('\tEurope', '20\t80', '20-70 each 0.5\t3.25', '70+ /kg\t6.4').rates).toEqual([
    { zoneId: 2, overGrams: 0, upToGrams: 20_000, base: '80.00', ...plain },
    { ...plain, zoneId: 2, overGrams: 20_000, upToGrams: 70_000, base: '80.00', stepGrams: 500, step: '3.25' },
    { ...plain, zoneId: 2, overGrams: 70_000, upToGrams: null, base: '448.00', stepGrams: 1000, step: '6.40' },
  ])
  const chinese = read('重量\t运费', '首重0.5\t25', '续重0.5\t6.5')
  expect(chinese.problems).toEqual([])
  expect(chinese.rates.map(({ overGrams, base, step }) => [overGrams, base, step])).toEqual([
    [0, '25.00', null],
    [500, '25.00', '6.50'],
  ])
})

test('what cannot be read is told line by line, and the rest is there', () => {
  const grid = read('kg\tMoon\tEurope', 'heavy\t1\t2', '2\t1\t3.001', '1\t1\t2', '3\t1\t-2', '4\t1\t9')
  expect(grid.problems).toEqual([
    { line: 1, text: 'Moon', problem: 'zone' },
    { line: 2, text: 'heavy', problem: 'weight' },
    { line: 3, text: '3.001', problem: 'price' },
    { line: 4, text: '1', problem: 'order' },
    { line: 5, text: '-2', problem: 'price' },
  ])
  expect(grid.rates).toHaveLength(1)
})
