import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { addConsent } from '#main/services/customers/consents.ts'
import { runExport } from '#main/services/exports/run-export.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { consentInput } from '#shared/schemas/customers.ts'
import { exportInput } from '#shared/schemas/exports.ts'
import { makeCustomer } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a list for marketing holds only those who agreed to it, and says how many it leaves out', async () => {
  const book = testBook()
  book.write((tx) => {
    const consent = (customerId: number, purpose: string, state: string) =>
      addConsent(tx, consentInput.parse({ customerId, purpose, state, on: '2026-05-01' }))
    const [ann, bo, cy] = ['Ann', 'Bo', 'Cy'].map((name) => makeCustomer(tx, name)) as [number, number, number]
    consent(ann, 'email', 'given')
    consent(bo, 'email', 'given')
    consent(bo, 'email', 'withdrawn')
    consent(cy, 'post', 'given')
  })
  const files = fileShelf(folder)
  const run = async (marketing?: string) => {
    const input = exportInput.parse({
      list: 'customers',
      format: 'csv',
      jobId: 'x',
      columns: ['name'],
      isExact: true,
      marketing,
    })
    const file = await runExport({ read: book.read, files, job: silentJob }, input)
    const [, ...names] = readFileSync(files.find(file.token).path, 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/)
    return { names: names.map((line) => line.split(',')[0]), rows: file.rows, leftOut: file.leftOut }
  }
  expect(await run()).toEqual({ names: ['Ann', 'Bo', 'Cy'], rows: 3, leftOut: 0 })
  expect(await run('email')).toEqual({ names: ['Ann'], rows: 1, leftOut: 2 })
  expect(await run('post')).toEqual({ names: ['Cy'], rows: 1, leftOut: 2 })
  expect(await run('phone')).toEqual({ names: [], rows: 0, leftOut: 3 })
})
