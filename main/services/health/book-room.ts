// What takes the room in a book's file: pages by the table or index they belong to.
import { type BookHandle, connectionOf } from '#main/db/book-handle.ts'
import { tableList } from '#main/db/table-list.ts'
import type { BookRoom } from '#shared/schemas/health.ts'

export function bookRoom(handle: BookHandle): BookRoom {
  const connection = connectionOf(handle)
  const sizes = connection
    .prepare(
      `SELECT s.name, sum(s.pgsize) AS size, coalesce(m.type, 'table') AS type FROM dbstat s
       LEFT JOIN sqlite_schema m ON m.name = s.name WHERE s.aggregate = TRUE GROUP BY s.name`,
    )
    .all() as { name: string; size: number; type: string }[]
  const pragma = (name: string) => Number(connection.pragma(name, { simple: true }))
  const room: BookRoom = {
    records: 0,
    attachments: 0,
    log: 0,
    indexes: 0,
    free: pragma('freelist_count') * pragma('page_size'),
  }
  for (const { name, size, type } of sizes) room[type === 'index' ? 'indexes' : partOf(name)] += size
  return room
}

function partOf(table: string): 'records' | 'attachments' | 'log' {
  const kind = tableList[table]?.kind
  if (kind === 'content') return 'attachments'
  return kind === 'log' ? 'log' : 'records'
}
