// The file of refused rows is read as the file that they come from was.
import { expect, test } from 'vitest'
import { carriedMapping, carryMappings, withMapping } from '#renderer/features/import/carried-choices.ts'
import { withColumn } from '#renderer/features/import/import-file.ts'
import { mappingSchema } from '#shared/schemas/imports.ts'
import { fileOf, inspectionOf, question } from './files.ts'

const shared = { channel: 'file', makeMissing: false }

test('a file that has all columns of an earlier one gets its mapping; the column that says what to mend is left out', () => {
  carryMappings([withColumn({ ...fileOf(), answers: { dateOrder: 'mdy' } }, 'Buyer', 'shipToName')], shared)
  const headers = ['Id', 'Buyer', 'Day', 'quayside: to mend']
  const carried = carriedMapping(headers)
  expect(carried?.columns).toEqual({ Id: 'externalId', Buyer: 'shipToName', Day: 'orderedOn' })
  const columns = headers.map((name) => ({ name, field: null, samples: [], values: [] }))
  const asked = inspectionOf({ columns, questions: [question({ columns: ['Day'] })] })
  const mended = withMapping(asked, carried ?? asked.mapping)
  expect(mended.mapping.columns['quayside: to mend']).toBeNull()
  expect(mended.mapping.options.dateOrder).toBe('mdy')
  expect(mended.questions).toEqual([])
})

test('a file that lacks one of the columns is another file', () => {
  carryMappings([fileOf()], shared)
  expect(carriedMapping(['Id', 'Buyer'])).toBeNull()
})

test('how the new file is read stays as it was found: another program may have saved it', () => {
  const inspection = inspectionOf()
  inspection.mapping.options.delimiter = ';'
  const other = mappingSchema.parse({
    kind: 'orders',
    columns: { Id: 'number' },
    options: { delimiter: ',', encoding: 'gb18030' },
  })
  expect(withMapping(inspection, other).mapping.options).toMatchObject({ delimiter: ';', encoding: undefined })
})
