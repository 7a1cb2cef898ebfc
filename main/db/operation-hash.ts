// The hash of an operation: its header, the heads of other copies merged since, its predecessor, and its digest.
import { hash } from 'node:crypto'
import type { OperationsTable as Operation } from '#main/db/tables.ts'

export type OperationHeader = Omit<Operation, 'id' | 'hash'>

export function hashOf(operation: OperationHeader): string {
  const { replica, sequence, name, person_id, clock, wall_at, schema_version, first_id, last_id } = operation
  const header = [replica, sequence, name, person_id, clock, wall_at, schema_version, first_id, last_id]
  const text = JSON.stringify([...header, operation.merged_heads, operation.previous_hash, operation.digest])
  return hash('sha256', text)
}

/** A head as operations name it: the last operation of a copy that was known, and its hash. */
export type NamedHead = [replica: number, sequence: number, hash: string]

/** Heads in the order in which operations hold them; null for text that holds none. */
export function headsFromText(text: string): NamedHead[] | null {
  let heads: unknown
  try {
    heads = JSON.parse(text)
  } catch {
    return null
  }
  return Array.isArray(heads) && heads.every(isHead) ? heads : null
}

function isHead(head: unknown): head is NamedHead {
  if (!Array.isArray(head) || head.length !== 3) return false
  return Number.isSafeInteger(head[0]) && Number.isSafeInteger(head[1]) && typeof head[2] === 'string'
}

/** One head per copy, the later where two are known, by copy. */
export function headsToText(heads: readonly NamedHead[]): string {
  const latest = new Map<number, NamedHead>()
  for (const head of heads) if ((latest.get(head[0])?.[1] ?? 0) < head[1]) latest.set(head[0], head)
  return JSON.stringify([...latest.values()].sort((left, right) => left[0] - right[0]))
}
