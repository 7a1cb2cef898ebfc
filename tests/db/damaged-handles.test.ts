// A file that SQLite refuses is closed again: bytes are kept and removed only of files that this process has not open.
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createBook, openBook } from '#main/db/book.ts'
import { openReader, openWriter } from '#main/db/database.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { restoreInto } from '#main/db/restore.ts'
import type { Instant } from '#shared/dates.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'a.quay')
const settings = { memory: transientMemory(), clock: () => 1_700_000_000_000 as Instant }

/** Linux lists what a process has open; the code that opens is the same everywhere. */
function refuseOpen(): void {
  const open = readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)]
    } catch {
      return []
    }
  })
  expect(open.filter((path) => path.startsWith(file))).toEqual([])
}

const damages: [string, number][] = [
  ['whose header is gone', 0],
  ['whose tables are gone', 100],
]

test.skipIf(process.platform !== 'linux').each(damages)('a book %s stays open nowhere', async (_, from) => {
  for (const name of [file, join(folder, 'kept.quay')]) {
    rmSync(name, { force: true })
    createBook(name, { companyName: 'Test', country: 'CN', baseCurrency: 'USD' }, settings).close()
  }
  writeFileSync(file, readFileSync(file).fill(0xff, from, 8192))
  for (const open of [openReader, openWriter]) {
    try {
      open(file).close()
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^SQLITE_(CORRUPT|NOTADB)/) })
    }
    refuseOpen()
  }
  await expect(openBook(file, settings)).rejects.toMatchObject({ code: expect.stringMatching(/^book\//) })
  refuseOpen()
  await expect(restoreInto(join(folder, 'kept.quay'), file, join(folder, 'bytes'))).rejects.toMatchObject({
    code: 'backups/unreadable',
  })
  refuseOpen()
})
