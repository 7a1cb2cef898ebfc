// A book's connection, held where only main/db can get at it: the driver's types would otherwise reach the page through
// the router's context.
import type { Connection } from '#main/db/database.ts'

export interface BookHandle {
  readonly file: string
}

type Opened = { connection: Connection; isOurs: () => boolean }

const opened = new WeakMap<BookHandle, Opened>()

/** `isOurs`: whether this thread still is the book's writer; a reader never is. */
export function bookHandle(file: string, connection: Connection, isOurs: () => boolean = () => false): BookHandle {
  const handle = { file }
  opened.set(handle, { connection, isOurs })
  return handle
}

export function connectionOf(handle: BookHandle): Connection {
  return openedOf(handle).connection
}

/** Whether work past the log (a merge) may write: asked inside its transaction. */
export function isWriterOf(handle: BookHandle): boolean {
  return openedOf(handle).isOurs()
}

function openedOf(handle: BookHandle): Opened {
  const found = opened.get(handle)
  if (!found) throw new Error('Not a handle of an open book')
  return found
}
