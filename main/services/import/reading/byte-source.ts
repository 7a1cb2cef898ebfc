// The bytes of a file to import, read by position and never held as a whole.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export interface ByteSource {
  /** The file's name as the user knows it, without its folder. */
  readonly name: string
  readonly size: number
  /** The bytes from `position` on, fewer than `length` only at the end. The array is the caller's to keep. */
  read(position: number, length: number): Uint8Array
  close(): void
}

/** A file by path, or by a descriptor that its owner closes. */
export function fileBytes(file: { name: string; path: string } | { name: string; fd: number }): ByteSource {
  const fd = 'fd' in file ? file.fd : openSync(file.path, 'r')
  return {
    name: file.name,
    size: fstatSync(fd).size,
    read: (position, length) => readFully(fd, position, length),
    close: () => {
      if (!('fd' in file)) closeSync(fd)
    },
  }
}

/** Bytes that are in memory already: text pasted by the user. */
export function memoryBytes(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (position, length) => bytes.subarray(position, position + length),
    close: () => {},
  }
}

function readFully(fd: number, position: number, length: number): Uint8Array {
  // Not from Buffer's shared pool: the bytes may be kept.
  const bytes = Buffer.allocUnsafeSlow(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(fd, bytes, filled, length - filled, position + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}
