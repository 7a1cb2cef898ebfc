import { describe, expect, it } from 'vitest'
import type { Field } from '#main/domain/import/fields/field.ts'
import { foldHeader } from '#main/domain/import/header-words.ts'
import { dependencyOrder, fieldOf, fieldsOf, hasNeededFields, neededFields } from '#main/domain/import/kinds.ts'
import { importKinds } from '#shared/schemas/imports.ts'

describe.each(importKinds)('%s', (kind) => {
  const fields: readonly Field[] = fieldsOf[kind]

  it('has each field once', () => {
    const keys = fields.map((field) => field.key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('gives no header to two fields, but as a second choice', () => {
    const firsts = fields.flatMap((field) => [...new Set((field.own ?? []).map(foldHeader))])
    expect(firsts.filter((word, at) => firsts.indexOf(word) !== at)).toEqual([])
  })

  it('refers only to kinds that are read before it', () => {
    for (const field of fields) {
      if (field.reference === undefined || field.reference === kind) continue
      expect(dependencyOrder.indexOf(field.reference)).toBeLessThan(dependencyOrder.indexOf(kind))
    }
  })

  it('needs only fields that it has', () => {
    for (const key of neededFields[kind].flat().flatMap((choice) => choice.split('|')))
      expect(fieldOf(kind, key)?.key).toBe(key)
  })

  it('has a field for its twin', () => {
    for (const field of fields) if (field.twin) expect(fieldOf(kind, field.twin)?.twin).toBe(field.key)
  })
})

it('knows when the fields are enough', () => {
  expect(hasNeededFields('order-lines', new Set(['order', 'product']))).toBe(false)
  expect(hasNeededFields('order-lines', new Set(['order', 'productSku', 'quantity']))).toBe(true)
  expect(hasNeededFields('products', new Set(['sku', 'cost']))).toBe(true)
  expect(hasNeededFields('products', new Set(['sku']))).toBe(false)
})
