// The list of files inside a ZIP archive, from its central directory (APPNOTE.TXT 4.3.12, with the ZIP64 fields of 4.5.3 that
// streaming writers use). Offsets and sizes are only believed as far as the file reaches.
import { AppError } from '#shared/errors.ts'
import type { ByteSource } from '../byte-source.ts'

export interface ZipEntry {
  readonly name: string
  readonly isDeflated: boolean
  readonly packedSize: number
  readonly crc: number
  /** Where its local header stands. */
  readonly offset: number
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const entrySignature = 0x02014b50
const endLength = 22
const longestComment = 65_535
/** A workbook has a few files per sheet; its directory is some kilobytes. */
const largestDirectory = 8 * 1024 * 1024
const unknown32 = 0xffffffff

export type ZipDirectory = ReadonlyMap<string, ZipEntry>

/**
 * The archive's files by name (lower case: Excel's own readers do not mind the case). Null when there is no directory: the
 * end of the file is missing.
 */
export function readZipDirectory(bytes: ByteSource): ZipDirectory | null {
  const found = findDirectory(bytes)
  if (found === null) return null
  const { offset, size } = found
  if (size > largestDirectory || offset + size > bytes.size) throw damaged(bytes)
  const directory = Buffer.from(bytes.read(offset, size))
  const entries = new Map<string, ZipEntry>()
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature) {
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const entry = readEntry(directory.subarray(at, at + 46 + nameLength + extraLength), nameLength)
    entries.set(entry.name.toLowerCase(), entry)
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32)
  }
  if (entries.size === 0) throw damaged(bytes)
  return entries
}

export function damaged(bytes: ByteSource): AppError {
  return new AppError('import/xlsx-damaged', { name: bytes.name })
}

function findDirectory(bytes: ByteSource): { offset: number; size: number } | null {
  const tailLength = Math.min(bytes.size, endLength + longestComment)
  const tailAt = bytes.size - tailLength
  const tail = Buffer.from(bytes.read(tailAt, tailLength))
  for (let at = tail.length - endLength; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue
    const size = tail.readUInt32LE(at + 12)
    const offset = tail.readUInt32LE(at + 16)
    return offset === unknown32 || size === unknown32 ? findDirectory64(bytes, tailAt + at) : { offset, size }
  }
  return null
}

function findDirectory64(bytes: ByteSource, endAt: number): { offset: number; size: number } {
  const locator = Buffer.from(bytes.read(Math.max(0, endAt - 20), 20))
  if (locator.length < 20 || locator.readUInt32LE(0) !== locator64Signature) throw damaged(bytes)
  const end = Buffer.from(bytes.read(Number(locator.readBigUInt64LE(8)), 56))
  if (end.length < 56 || end.readUInt32LE(0) !== end64Signature) throw damaged(bytes)
  return { size: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) }
}

function readEntry(record: Buffer, nameLength: number): ZipEntry {
  const unpacked = record.readUInt32LE(24)
  const packed = record.readUInt32LE(20)
  const offset = record.readUInt32LE(42)
  const wide = wideFields(record.subarray(46 + nameLength))
  // The wide fields stand for those that hold the mark for "see there", in this order.
  if (unpacked === unknown32) wide.shift()
  return {
    name: record.toString('utf8', 46, 46 + nameLength).replaceAll('\\', '/'),
    isDeflated: record.readUInt16LE(10) !== 0,
    crc: record.readUInt32LE(16),
    packedSize: packed === unknown32 ? (wide.shift() ?? 0) : packed,
    offset: offset === unknown32 ? (wide.shift() ?? 0) : offset,
  }
}

function wideFields(extra: Buffer): number[] {
  let at = 0
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      const fields = extra.subarray(at + 4, at + 4 + length)
      return Array.from({ length: Math.min(3, fields.length >> 3) }, (_, index) =>
        Number(fields.readBigUInt64LE(index * 8)),
      )
    }
    at += 4 + length
  }
  return []
}
