import { describe, expect, test } from 'vitest'
import { seededRandom } from '#main/domain/stats/random.ts'

describe('seeded draws', () => {
  test('are the same for the same seed and stream, on every machine', () => {
    const random = seededRandom(2026, 'orders')
    expect(Array.from({ length: 8 }, () => random.below(1000))).toEqual([478, 269, 968, 885, 841, 894, 299, 911])
  })

  test('differ between seeds and between streams', () => {
    const draws = (seed: number, stream: string) => {
      const random = seededRandom(seed, stream)
      return Array.from({ length: 20 }, () => random.below(1_000_000)).join()
    }
    expect(new Set([draws(1, 'a'), draws(2, 'a'), draws(1, 'b')]).size).toBe(3)
  })

  test('stay within their bounds and reach both ends', () => {
    const random = seededRandom(1, 'bounds')
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 7)))
    expect([...drawn].sort()).toEqual([3, 4, 5, 6, 7])
  })

  test('follow their weights, and never draw what weighs nothing', () => {
    const random = seededRandom(1, 'weights')
    const counts = [0, 0, 0]
    for (let draw = 0; draw < 4000; draw += 1) {
      const index = random.weighted([1, 0, 3])
      counts[index] = (counts[index] ?? 0) + 1
    }
    expect(counts[1]).toBe(0)
    expect((counts[2] ?? 0) / (counts[0] ?? 1)).toBeGreaterThan(2.5)
    expect((counts[2] ?? 0) / (counts[0] ?? 1)).toBeLessThan(3.5)
  })

  test('shuffle keeps every item once', () => {
    const list = Array.from({ length: 50 }, (_, index) => index)
    const shuffled = seededRandom(5, 'shuffle').shuffled(list)
    expect(shuffled).not.toEqual(list)
    expect([...shuffled].sort((left, right) => left - right)).toEqual(list)
  })
})
