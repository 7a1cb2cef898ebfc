// The beginning of a file, which tells what it is.
import { closeSync, openSync, readSync } from 'node:fs'

/** As many as the signatures of pictures and programs take. */
const headBytes = 16

/** Fewer where the file is shorter. */
export function firstBytes(path: string): Uint8Array {
  const handle = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(headBytes)
    return bytes.subarray(0, readSync(handle, bytes, 0, headBytes, 0))
  } finally {
    closeSync(handle)
  }
}
