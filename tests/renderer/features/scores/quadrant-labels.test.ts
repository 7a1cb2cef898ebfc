// Names on the chart of spend and score.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Label, placeLabels } from '#renderer/features/scores/quadrant-labels.ts'

const area = { left: 0, top: 0, right: 400, bottom: 200 }

test('a name stands to the right of its point, to the left where the picture ends', () => {
  const labels = placeLabels(
    [
      { id: 1, x: 100, y: 100, name: 'Oak' },
      { id: 2, x: 395, y: 50, name: 'Pine' },
    ],
    area,
  )
  expect(labels.map(({ id, anchor }) => [id, anchor])).toEqual([
    [1, 'start'],
    [2, 'end'],
  ])
})

test('of many names for one place the first stand; a long one is cut', () => {
  const spots = [
    { id: 1, x: 200, y: 100, name: 'A'.repeat(200) },
    { id: 2, x: 201, y: 101, name: 'B'.repeat(200) },
    { id: 3, x: 202, y: 99, name: 'C'.repeat(200) },
    { id: 4, x: 199, y: 101, name: 'D'.repeat(200) },
    { id: 5, x: 200, y: 102, name: 'E'.repeat(200) },
  ]
  const labels = placeLabels(spots, area)
  expect(labels[0]?.id).toBe(1)
  expect(labels.length).toBeLessThan(spots.length)
  expect(labels.every(({ text }) => [...text].length <= 22 && text.endsWith('…'))).toBe(true)
})

test('names lie apart, whatever the points', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 200 }) })
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 60 }), (places) => {
      const labels = placeLabels(
        places.map((place, id) => ({ ...place, id, name: `供应商 ${id}` })),
        area,
      )
      const left = ({ x, anchor, text }: Label) => x - { start: 0, middle: 0.5, end: 1 }[anchor] * text.length * 6
      for (const one of labels)
        for (const other of labels)
          if (one.id < other.id && one.y === other.y)
            expect(Math.abs(left(one) - left(other))).toBeGreaterThanOrEqual(one.text.length * 6)
    }),
  )
})
