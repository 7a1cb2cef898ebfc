// Bringing another copy in, from the host's side: tokens become paths, the clerk looks, a backup is made, the writer merges.
import { basename } from 'node:path'
import type { MergeServices } from '#main/api/host/merge-services.ts'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { restoreBook } from '#main/host/backups/restore-book.ts'
import { type FileShelf, isShelfToken } from '#main/services/files/file-shelf.ts'
import { AppError } from '#shared/errors.ts'
import type { MergePlan, MergeResult, PastMerge } from '#shared/schemas/merge.ts'

type StoredMerge = PastMerge & { backupName: string }

export function mergeDesk(parts: BackupParts & { files: FileShelf }): MergeServices {
  const { keeper, tokens, watch, files } = parts
  // A copy that was dropped on the window crossed as a file and lies on the shelf; one that was chosen lies at its place.
  const copyOf = (token: string): { file: string; fileName: string } => {
    if (isShelfToken(token)) {
      const { path, name } = files.find(token)
      return { file: path, fileName: name }
    }
    const file = tokens.pathOf(token)
    return { file, fileName: basename(file) }
  }
  const ask = async <Result>(kind: 'query' | 'mutation', name: string, input?: unknown): Promise<Result> => {
    const held = keeper.held()
    if (!held) throw new AppError('book/closed')
    const reply = await held.pool.call({ id: 0, kind, path: `inner.merge.${name}`, input })
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
    return reply.data as Result
  }
  const pathsOfBackups = async () => new Map((await watch.list()).map(({ name, path }) => [name, path]))
  return {
    look({ file, passphrase, jobId }) {
      return ask('query', 'look', { ...copyOf(file), passphrase, jobId })
    },
    records: (input) => ask('query', 'records', input),
    conflicts: (input) => ask('query', 'conflicts', input),
    clashes: (input) => ask('query', 'clashes', input),
    async apply({ look, choices, jobId }) {
      const plan = await ask<MergePlan>('query', 'plan', { look, choices })
      // Without a way back nothing is brought in.
      const backup = await watch.make('merge')
      const result = await ask<MergeResult>('mutation', 'run', { ...plan, backupName: basename(backup), jobId })
      await ask('query', 'forget', { look })
      return result
    },
    async forget(look) {
      if (keeper.held()) await ask('query', 'forget', { look })
    },
    async past() {
      const [merges, backups] = await Promise.all([ask<StoredMerge[]>('query', 'past'), pathsOfBackups()])
      return merges.map(({ backupName, ...merge }) =>
        merge.standing === 'undoable' && !backups.has(backupName) ? { ...merge, standing: 'no-backup' } : merge,
      )
    },
    async undo(id) {
      const undoable = async () => {
        const merges = await ask<StoredMerge[]>('query', 'past')
        const merge = merges.find((candidate) => candidate.id === id)
        if (merge?.standing !== 'undoable') throw new AppError('merge/cannot-undo')
        return merge
      }
      const [{ backupName }, backups] = await Promise.all([undoable(), pathsOfBackups()])
      const backup = backups.get(backupName)
      if (backup === undefined) throw new AppError('merge/cannot-undo')
      await restoreBook(parts, backup, { isStillWanted: async () => void (await undoable()) })
    },
  }
}
