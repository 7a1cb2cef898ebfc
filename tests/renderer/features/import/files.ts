// Files on the import screen, for tests: what the host found, and what the user said.
import { type ImportFile, newImportFile } from '#renderer/features/import/import-file.ts'
import type { ImportQuestion, Inspection } from '#shared/schemas/imports.ts'
import { mappingSchema } from '#shared/schemas/imports.ts'

export function inspectionOf(change: Partial<Inspection> = {}): Inspection {
  const columns = { Id: 'externalId', Buyer: 'customer', Day: 'orderedOn' }
  return {
    file: 'a'.repeat(32),
    name: 'orders.csv',
    size: 1000,
    kind: 'orders',
    otherKinds: [],
    mapping: mappingSchema.parse({ kind: 'orders', columns }),
    savedMapping: null,
    format: 'text',
    encoding: 'utf-8',
    encodings: ['utf-8'],
    delimiter: ',',
    sheet: null,
    sheets: [],
    headerLine: 1,
    columns: Object.entries(columns).map(([name, field]) => ({ name, field, samples: [], values: [] })),
    fields: [
      { key: 'externalId', isRequired: true, choices: [] },
      { key: 'customer', isRequired: false, choices: [] },
      { key: 'orderedOn', isRequired: false, choices: [] },
    ],
    rowCount: 812,
    from: null,
    to: null,
    totalsLines: [],
    doubts: { encoding: false, delimiter: false, strayBytes: 0, unreadable: 0 },
    questions: [],
    ...change,
  }
}

export function fileOf(change: Partial<ImportFile> = {}): ImportFile {
  const file = newImportFile('one', { name: 'orders.csv', size: 1000 })
  return { ...file, token: 'a'.repeat(32), sentBytes: 1000, inspection: inspectionOf(), ...change }
}

export function question(change: Partial<ImportQuestion>): ImportQuestion {
  return { key: 'dateOrder', columns: ['Day'], options: ['dmy', 'mdy', 'ymd'], guess: null, words: [], ...change }
}
