// Unpacks one file of an archive piece by piece and synchronously, counting what comes out: a small archive may unpack to
// terabytes, so the count is kept while unpacking and believed from nowhere else.
import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { AppError } from '#shared/errors.ts'
import type { ByteSource } from '../byte-source.ts'
import { damaged, type ZipEntry } from './zip-directory.ts'

/** What one reading of a workbook may unpack to. */
const largestUnpacked = 256 * 1024 * 1024
/** DEFLATE packs at most 1,032 to 1, so one piece becomes at most 16 MB. */
const packedPiece = 16_384
const textPiece = 65_536

/** How many bytes may still be unpacked; shared by the files of one reading. */
export type UnpackBudget = { left: number }

export function unpackBudget(): UnpackBudget {
  return { left: largestUnpacked }
}

export interface UnpackOptions {
  readonly budget: UnpackBudget
  /** Told how many packed bytes are done. */
  readonly onProgress?: (packedDone: number) => void
}

/** The unpacked bytes in small pieces. Refuses what is damaged, cut off or beyond the budget. */
export function* unpackEntry(bytes: ByteSource, entry: ZipEntry, options: UnpackOptions): Generator<Uint8Array> {
  const unpack = entry.isDeflated ? inflating(bytes) : (piece: Uint8Array) => [piece]
  const start = dataOffset(bytes, entry)
  let sum = 0
  for (let done = 0; done < entry.packedSize; ) {
    const packed = bytes.read(start + done, Math.min(packedPiece, entry.packedSize - done))
    if (packed.length === 0) throw damaged(bytes)
    done += packed.length
    for (const piece of unpack(packed, done === entry.packedSize)) {
      spend(options.budget, piece.length, bytes)
      sum = crc32(piece, sum)
      for (let at = 0; at < piece.length; at += textPiece) yield piece.subarray(at, at + textPiece)
    }
    options.onProgress?.(done)
  }
  if (sum !== entry.crc) throw damaged(bytes)
}

function inflating(bytes: ByteSource): (packed: Uint8Array, isLast: boolean) => Uint8Array[] {
  let unpacked: Uint8Array[] = []
  const inflate = new Inflate((piece) => unpacked.push(piece))
  return (packed, isLast) => {
    unpacked = []
    try {
      inflate.push(packed, isLast)
    } catch {
      throw damaged(bytes)
    }
    return unpacked
  }
}

function spend(budget: UnpackBudget, count: number, bytes: ByteSource): void {
  budget.left -= count
  if (budget.left < 0) throw new AppError('import/xlsx-too-large', { name: bytes.name, limitBytes: largestUnpacked })
}

function dataOffset(bytes: ByteSource, entry: ZipEntry): number {
  const header = Buffer.from(bytes.read(entry.offset, 30))
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged(bytes)
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}
