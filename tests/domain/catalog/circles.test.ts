import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circlesOf } from '#main/domain/catalog/circles.ts'

test('a chain is none, a ring is one, a thing that holds itself is one', () => {
  expect(circlesOf([])).toEqual([])
  expect(
    circlesOf([
      [1, 2],
      [2, 3],
      [1, 3],
    ]),
  ).toEqual([])
  expect(
    circlesOf([
      [1, 2],
      [2, 3],
      [3, 1],
      [3, 4],
      [5, 5],
    ]),
  ).toEqual([[1, 2, 3], [5]])
})

test('a chain of 100,000 does not overflow', () => {
  const edges = Array.from({ length: 100_000 }, (_, at) => [at, at + 1] as const)
  expect(circlesOf(edges)).toEqual([])
  expect(circlesOf([...edges, [100_000, 0]])[0]).toHaveLength(100_001)
})

test('two things are in one circle exactly when each can be reached from the other', () => {
  const node = fc.integer({ min: 0, max: 7 })
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { maxLength: 20 }), (edges) => {
      const reach = reachOf(edges)
      const circles = circlesOf(edges)
      for (let one = 0; one < 8; one += 1)
        for (let other = 0; other < 8; other += 1) {
          const together = circles.some((circle) => circle.includes(one) && circle.includes(other))
          expect(together).toBe(reach[one]?.[other] === true && reach[other]?.[one] === true)
        }
    }),
  )
})

/** By Warshall: whether a way of at least one step leads from one to another. */
function reachOf(edges: readonly (readonly [number, number])[]): boolean[][] {
  const reach = Array.from({ length: 8 }, () => Array<boolean>(8).fill(false))
  const row = (at: number) => reach[at] ?? []
  for (const [from, to] of edges) row(from)[to] = true
  for (let mid = 0; mid < 8; mid += 1)
    for (let from = 0; from < 8; from += 1)
      for (let to = 0; to < 8; to += 1) if (row(from)[mid] && row(mid)[to]) row(from)[to] = true
  return reach
}
