// What the paper menu of a record offers, and by which names.
import { expect, test } from 'vitest'
import { paperChoices } from '#renderer/lib/paper-links.ts'

test('a credit is told by a credit note alone, an order by its own papers', () => {
  const credit = paperChoices('order', true)
  expect(credit.map(({ kind }) => kind)).toEqual(['commercial_invoice'])
  expect(credit.map(({ name }) => name)).toEqual(['dispatch.credit.one'])
  const order = paperChoices('order', false)
  expect(order.map(({ name }) => name)).toContain('papers.make.commercial_invoice')
  expect(order.map(({ name }) => name)).not.toContain('dispatch.credit.one')
})
