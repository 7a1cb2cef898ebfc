// How the user's choices lie over what was found in a file.
import { describe, expect, test } from 'vitest'
import { chosenColumns, mappingOf, withColumn } from '#renderer/features/import/import-file.ts'
import { mappingSchema } from '#shared/schemas/imports.ts'
import { fileOf, inspectionOf, question } from './files.ts'

const shared = { channel: 'Shopify', makeMissing: true }

describe('columns', () => {
  test('a choice stands over the guess, and leaving out is a choice', () => {
    const file = withColumn(withColumn(fileOf(), 'Id', 'number'), 'Day', null)
    expect(chosenColumns(file)).toEqual({ Id: 'number', Buyer: 'customer', Day: null })
  })

  test('a field taken from another column leaves that one out: two on one field would lose one of them', () => {
    const file = withColumn(fileOf(), 'Day', 'customer')
    expect(chosenColumns(file)).toEqual({ Id: 'externalId', Buyer: null, Day: 'customer' })
  })

  test('a choice for a column that is no longer there is not imported', () => {
    const file = fileOf({ columns: { Gone: 'note' } })
    expect(Object.keys(chosenColumns(file))).toEqual(['Id', 'Buyer', 'Day'])
  })
})

describe('mapping', () => {
  test('holds what was found, then answers, then what is said for all files', () => {
    const mapping = mappingOf(fileOf({ answers: { decimal: ',', nullWords: 'text' } }), shared)
    expect(mapping?.options).toMatchObject({ decimal: ',', nullWords: 'text', channel: 'Shopify', makeMissing: true })
  })

  test('is none while nobody knows what the file holds', () => {
    expect(mappingOf(fileOf({ inspection: inspectionOf({ kind: null }) }), shared)).toBeNull()
  })

  test('an answer holds for the columns that were asked about, and for no others', () => {
    const byColumn = { Day: { dateOrder: 'mdy', decimal: '.' }, Sent: { dateOrder: 'ymd' } }
    const found = mappingSchema.parse({ kind: 'orders', columns: {}, options: { byColumn } })
    const inspection = inspectionOf({ mapping: found, questions: [question({ columns: ['Day'] })] })
    const mapping = mappingOf(fileOf({ inspection, answers: { dateOrder: 'dmy' } }), shared)
    expect(mapping?.options.dateOrder).toBe('dmy')
    expect(mapping?.options.byColumn).toEqual({ Day: { decimal: '.' }, Sent: { dateOrder: 'ymd' } })
  })
})
