// A book's connection, held where only main/db can get at it: the driver's types would otherwise reach the page through
// the router's context.
import type { Connection } from '#main/db/database.ts'

export interface BookHandle {
  readonly file: string
}

const connections = new WeakMap<BookHandle, Connection>()

export function bookHandle(file: string, connection: Connection): BookHandle {
  const handle = { file }
  connections.set(handle, connection)
  return handle
}

export function connectionOf(handle: BookHandle): Connection {
  const connection = connections.get(handle)
  if (!connection) throw new Error('Not a handle of an open book')
  return connection
}
