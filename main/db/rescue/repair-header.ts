// The first hundred bytes of a database, where nearly every value is known beforehand: put right on a private copy, so that
// one flipped byte there does not hide a whole book. https://www.sqlite.org/fileformat2.html#the_database_header
import { readFileSync, writeFileSync } from 'node:fs'
import { applicationId } from '#main/db/database.ts'

const pageSize = 4096
const magic = Buffer.from('SQLite format 3\0', 'latin1')

/** Gives what was changed; nothing for a healthy header. Only on a file that is nobody's but ours. */
export function repairHeader(file: string, { hasWal }: { hasWal: boolean }): string[] {
  const bytes = readFileSync(file)
  if (bytes.length < 512) return []
  const repaired: string[] = []
  const put = (name: string, at: number, value: Buffer) => {
    if (bytes.subarray(at, at + value.length).equals(value)) return
    value.copy(bytes, at)
    repaired.push(name)
  }
  const int = (value: number) => {
    const four = Buffer.alloc(4)
    four.writeUInt32BE(value)
    return four
  }
  put('magic', 0, magic)
  put('page-size', 16, Buffer.from([pageSize >> 8, pageSize & 0xff]))
  const version = hasWal ? 2 : 1
  put('version', 18, Buffer.from([version, version]))
  put('fractions', 20, Buffer.from([0, 64, 32, 32]))
  // With a WAL the size in the file may be an older one; without it, it is what the file has.
  if (!hasWal) put('size', 28, int(Math.floor(bytes.length / pageSize)))
  put('valid-for', 92, bytes.subarray(24, 28))
  put('format', 44, int(4))
  put('vacuum', 52, int(0))
  put('encoding', 56, int(1))
  put('vacuum', 64, int(0))
  put('application', 68, int(applicationId))
  if (repaired.length > 0) writeFileSync(file, bytes)
  return repaired
}
