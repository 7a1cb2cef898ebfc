// Writing a copy anew and looking whether what lies there is whole: the file itself, its schema, the last change of every copy.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { fingerprintOf } from '#main/db/backup.ts'
import { applicationId, openReader } from '#main/db/database.ts'
import { withCopy } from '#main/db/outside-log.ts'
import { AppError } from '#shared/errors.ts'

/** One file, packed: nothing that was removed is left in free pages. */
export function writeAnew(source: string, target: string): void {
  withCopy(source, (connection) => connection.prepare('VACUUM INTO ?').run(target))
}

/** Throws `copies/not-whole` unless the file is a whole book with the same history as `source`. */
export function checkCopy(file: string, source: string): null {
  const copy = openReader(file)
  try {
    const found = copy.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new AppError('copies/not-whole', { reason: String(found) })
    const isBook = copy.pragma('application_id', { simple: true }) === applicationId
    if (!isBook || fingerprintOf(copy) !== fingerprintAt(source))
      throw new AppError('copies/not-whole', { reason: 'heads' })
    return null
  } finally {
    copy.close()
  }
}

function fingerprintAt(file: string): string {
  const connection = openReader(file)
  try {
    return fingerprintOf(connection)
  } finally {
    connection.close()
  }
}

/** Throws `copies/not-whole` unless two files hold the same bytes. */
export async function sameBytes(left: string, right: string): Promise<void> {
  if ((await hashOf(left)) !== (await hashOf(right))) throw new AppError('copies/not-whole', { reason: 'bytes' })
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array)
  return hash.digest('hex')
}
