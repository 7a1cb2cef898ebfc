// Who was erased stays erased on this machine, whatever state a book is put back to: the erased rows are kept beside the
// book's backup settings, and told to any state of it that still has them.
import type { ErasedRow } from '#main/db/erase.ts'
import type { BackupSettingsFile } from '#main/host/backups/backup-settings.ts'
import { ask } from '#main/host/backups/backup-watch.ts'
import type { BookKeeper, HeldBook } from '#main/host/book-keeper.ts'
import { logFailure } from '#main/host/log.ts'
import type { HostEvent } from '#shared/operation.ts'

export type ErasedRows = {
  /** Keeps what the open book knows as erased; throws where it cannot be asked or kept. */
  keep(held: HeldBook): Promise<void>
  /** Hears of erasures in the open book, and of another book or state of it being opened. */
  hear(event: HostEvent): void
  /** When all that was heard is seen to. */
  settled(): Promise<void>
}

type ErasedParts = { keeper: Pick<BookKeeper, 'held'>; settings: BackupSettingsFile }

/** Adds to what is kept: nobody is ever taken from it, since any backup may come back. */
export function keepErased(settings: BackupSettingsFile, uid: string, rows: readonly ErasedRow[]): void {
  const { erasures } = settings.read(uid)
  const known = new Set(erasures.map(keyOf))
  const fresh = rows.filter((row) => !known.has(keyOf(row)))
  if (fresh.length > 0) settings.change(uid, () => ({ erasures: [...erasures, ...fresh] }))
}

const keyOf = ({ table, id }: ErasedRow) => `${table} ${id}`

export function erasedRows({ keeper, settings }: ErasedParts): ErasedRows {
  let queue: Promise<void> = Promise.resolve()
  const inTurn = (work: (held: HeldBook) => Promise<void>) => {
    queue = queue
      .then(async () => {
        const held = keeper.held()
        if (held) await work(held)
      })
      .catch((error) => void logFailure('erasures', error))
  }
  const keep = async (held: HeldBook) => keepErased(settings, held.state.uid, await ask<ErasedRow[]>(held, 'erased'))
  return {
    keep,
    hear(event) {
      if (event.type === 'book') inTurn((held) => eraseAgain(held, settings))
      if (event.type === 'changed' && event.tables.includes('erasures')) inTurn(keep)
    },
    settled: () => queue,
  }
}

/**
 * Tells the open book who was erased; it looks for itself who is still there. Where nobody has said who works here nothing can
 * be written yet: it is tried again when the book is opened next.
 */
async function eraseAgain(held: HeldBook, settings: BackupSettingsFile): Promise<void> {
  if (held.state.access.mode !== 'write') return
  const { erasures } = settings.read(held.state.uid)
  if (erasures.length === 0) return
  await held.pool.call({ id: 0, kind: 'mutation', path: 'inner.backups.eraseAgain', input: erasures })
}
