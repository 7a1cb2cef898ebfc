// What the terminal says of a failure.
import { expect, test } from 'vitest'
import { errorSentence } from '#main/host/error-sentence.ts'

const details = {
  ...{ product: 'MUG', day: '2026-01-02', onHand: 10, reserved: 0, asked: 11, unit: 'pcs' },
  movements: ['GR-2026-0001 2026-01-01 +8', 'GR-2026-0002 2026-01-01 +2'],
}

test('a place without a name is called what it is, and movements are told one after another', () => {
  const unnamed = { ...details, place: '', placeId: 1, unnamedPlace: 'main' }
  const sentence = errorSentence({ code: 'stock/insufficient', details: unnamed })
  expect(sentence).toMatch(/the main warehouse|主仓库/)
  expect(sentence).toContain('GR-2026-0001 2026-01-01 +8, GR-2026-0002 2026-01-01 +2')
})

test('a place with a name is called by it', () => {
  expect(errorSentence({ code: 'stock/insufficient', details: { ...details, place: 'Yard', placeId: 3 } })).toContain(
    'Yard',
  )
})
