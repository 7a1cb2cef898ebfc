// Files on their way to a record. They go on while the page shows another panel, so the queue lies outside of any screen.
import { useSyncExternalStore } from 'react'
import type { RecordRef } from '#shared/schemas/records.ts'

export type Upload = {
  id: number
  record: RecordRef
  name: string
  size: number
  /** Bytes that have crossed; null while it waits for its turn. */
  sent: number | null
  /** Why it was refused; the row stays until it is dismissed. */
  problem: string | null
  stop: AbortController
}

let uploads: readonly Upload[] = []
const listeners = new Set<() => void>()
let lastId = 0

function set(next: readonly Upload[]): void {
  uploads = next
  for (const listener of listeners) listener()
}

export function queueUpload(record: RecordRef, file: Pick<File, 'name' | 'size'>): Upload {
  lastId += 1
  const { name, size } = file
  const upload = { id: lastId, record, name, size, sent: null, problem: null, stop: new AbortController() }
  set([...uploads, upload])
  return upload
}

export function changeUpload(id: number, change: Partial<Pick<Upload, 'sent' | 'problem'>>): void {
  set(uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)))
}

export function dropUpload(id: number): void {
  set(uploads.filter((upload) => upload.id !== id))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The files on their way to one record, in the order they came. */
export function useUploads({ kind, id }: RecordRef): Upload[] {
  const all = useSyncExternalStore(subscribe, () => uploads)
  return all.filter((upload) => upload.record.kind === kind && upload.record.id === id)
}
