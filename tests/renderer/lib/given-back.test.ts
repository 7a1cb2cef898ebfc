// What a credit gives back, told above zero.
import { expect, test } from 'vitest'
import { givenBack } from '#renderer/lib/given-back.ts'

test('what is below zero is given; what came the other way is below zero; nothing has no sign', () => {
  expect(['-9.50', '9.50', '0.00', '-0.00', '0'].map(givenBack)).toEqual(['9.50', '-9.50', '0.00', '0.00', '0'])
})
