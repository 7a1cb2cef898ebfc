// Files that crossed from the screen, or wait to go there: known by a token, kept in a folder of this session.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/errors.ts'

export type ShelvedFile = { token: string; name: string; path: string; size: number }

const tokenForm = /^[0-9a-f]{32}$/
/** One chunk over the wire, and the most one file may hold. */
export const chunkBytes = 1024 * 1024
export const maxFileBytes = 2 * 1024 * 1024 * 1024

export type FileShelf = {
  /** A new, empty file under the name it has for people. */
  open(name: string): ShelvedFile
  /** Puts a file of this machine on the shelf as it lies, without copying it. */
  lend(path: string, name?: string): ShelvedFile
  /** Appends a chunk at `offset`, which must be where the file ends. */
  put(token: string, offset: number, chunk: Uint8Array): void
  /** Up to `chunkBytes` from `offset`; empty at the end. */
  get(token: string, offset: number): Uint8Array
  find(token: string): ShelvedFile
  /** Takes everything off the shelf; lent files stay where they lie. */
  clear(): void
}

/** The shelf in `folder`; every thread that knows the folder sees the same files. */
export function fileShelf(folder: string): FileShelf {
  const noteOf = (token: string) => join(folder, `${token}.json`)
  const find = (token: string): ShelvedFile => {
    if (!tokenForm.test(token) || !existsSync(noteOf(token))) throw new AppError('files/unknown')
    const note = JSON.parse(readFileSync(noteOf(token), 'utf8')) as { name: string; path: string }
    const size = statSync(note.path, { throwIfNoEntry: false })?.size
    if (size === undefined) throw new AppError('files/gone', { name: note.name })
    return { token, name: note.name, path: note.path, size }
  }
  const shelve = (name: string, path?: string): ShelvedFile => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const token = randomBytes(16).toString('hex')
    const target = path ?? join(folder, `${token}.data`)
    if (!path) writeFileSync(target, '', { mode: 0o600 })
    writeFileSync(noteOf(token), JSON.stringify({ name, path: target }), { mode: 0o600 })
    return find(token)
  }
  return {
    open: (name) => shelve(basename(name.replaceAll('\\', '/')).slice(0, 255) || 'file'),
    lend: (path, name) => shelve(name ?? basename(path), path),
    put(token, offset, chunk) {
      const file = find(token)
      if (chunk.byteLength > chunkBytes) throw new AppError('files/chunk-too-large')
      if (offset !== file.size) throw new AppError('files/out-of-order', { expected: file.size, given: offset })
      if (file.size + chunk.byteLength > maxFileBytes) throw new AppError('files/too-large', { name: file.name })
      const handle = openSync(file.path, 'a')
      try {
        writeSync(handle, chunk)
      } finally {
        closeSync(handle)
      }
    },
    get(token, offset) {
      const handle = openSync(find(token).path, 'r')
      try {
        const buffer = new Uint8Array(chunkBytes)
        return buffer.subarray(0, readSync(handle, buffer, 0, chunkBytes, offset))
      } finally {
        closeSync(handle)
      }
    },
    find,
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}
