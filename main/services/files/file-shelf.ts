// Files that crossed from the screen, or wait to go there: known by a token, kept in a folder of this session.
import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#shared/errors.ts'

export type ShelvedFile = { token: string; name: string; path: string; size: number }

const tokenForm = /^[0-9a-f]{32}$/
/** Whether a token names a file of a shelf, not a place of this machine. */
export function isShelfToken(token: string): boolean {
  return tokenForm.test(token)
}

/** One chunk over the wire, and the most one file may hold. */
export const chunkBytes = 1024 * 1024
const maxFileBytes = 2 * 1024 * 1024 * 1024

export type FileShelf = {
  /** A new, empty file under the name it has for people. */
  open(name: string): ShelvedFile
  /** Puts a file of this machine on the shelf as it lies, without copying it. */
  lend(path: string, name?: string): ShelvedFile
  /** A file with this content under this name. The same content lies there once, however often it is asked for. */
  keep(name: string, content: Uint8Array): ShelvedFile
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
  const dataOf = (token: string) => join(folder, `${token}.data`)
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
    const target = path ?? dataOf(token)
    if (!path) writeFileSync(target, '', { mode: 0o600 })
    writeFileSync(noteOf(token), JSON.stringify({ name, path: target }), { mode: 0o600 })
    return find(token)
  }
  return {
    open: (name) => shelve(basename(name.replaceAll('\\', '/')).slice(0, 255) || 'file'),
    lend: (path, name) => shelve(name ?? basename(path), path),
    keep: (name, content) => shelve(name, keptOnce(folder, content)),
    put(token, offset, chunk) {
      const file = find(token)
      // What is lent or kept belongs to others as well.
      if (file.path !== dataOf(token)) throw new AppError('files/unknown')
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

/** Where the content lies, by its hash: whole as soon as it is there, and threads that put it there at once put the same. */
function keptOnce(folder: string, content: Uint8Array): string {
  const path = join(folder, `${createHash('sha256').update(content).digest('hex')}.kept`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const half = join(folder, `${randomBytes(16).toString('hex')}.half`)
  writeFileSync(half, content, { mode: 0o600 })
  renameSync(half, path)
  return path
}
