// Bringing another copy in, from the host's side: tokens become paths, the clerk looks, a backup is made, the writer merges.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { MergeServices } from '#main/api/host/merge-services.ts'
import type { BookKeeper, HeldBook } from '#main/host/book-keeper.ts'
import type { PlaceTokens } from '#main/host/place-tokens.ts'
import { AppError } from '#shared/errors.ts'
import type { MergePlan } from '#shared/schemas/merge.ts'

type MergeParts = { keeper: BookKeeper; tokens: PlaceTokens }

export function mergeDesk({ keeper, tokens }: MergeParts): MergeServices {
  const held = () => {
    const book = keeper.held()
    if (!book) throw new AppError('book/closed')
    return book
  }
  const query = <Result>(path: string, input: unknown) => ask<Result>(held(), 'query', path, input)
  return {
    look({ file, passphrase, jobId }) {
      const path = tokens.pathOf(file)
      return query('inner.merge.look', { file: path, fileName: basename(path), passphrase, jobId })
    },
    records: (input) => query('inner.merge.records', input),
    conflicts: (input) => query('inner.merge.conflicts', input),
    clashes: (input) => query('inner.merge.clashes', input),
    async apply({ look, choices, jobId }) {
      const book = held()
      const plan = await ask<MergePlan>(book, 'query', 'inner.merge.plan', { look, choices })
      const backup = await ask<string>(book, 'query', 'inner.merge.backUp', { look, folder: backupFolder(book), jobId })
      const result = await ask<MergeResultOf>(book, 'mutation', 'inner.merge.apply', {
        ...plan,
        backupName: basename(backup),
        jobId,
      })
      await ask(book, 'query', 'inner.merge.forget', { look })
      return result
    },
    forget: (look) => query('inner.merge.forget', { look }),
    async past() {
      const book = held()
      const merges = await ask<PastMerges>(book, 'query', 'inner.merge.past', undefined)
      return merges.map(({ backupName, ...merge }) =>
        merge.standing === 'undoable' && !existsSync(join(backupFolder(book), backupName))
          ? { ...merge, standing: 'no-backup' as const }
          : merge,
      )
    },
    undo: async (id) => {
      throw new AppError('merge/cannot-undo', { id })
    },
  }
}

type MergeResultOf = Awaited<ReturnType<MergeServices['apply']>>
type PastMerges = (Awaited<ReturnType<MergeServices['past']>>[number] & { backupName: string })[]

function backupFolder({ path }: HeldBook): string {
  return join(dirname(path), `${basename(path)}-backups`)
}

/** One call of an inner procedure, with its failure as an AppError. */
async function ask<Result>(
  { pool }: HeldBook,
  kind: 'query' | 'mutation',
  path: string,
  input: unknown,
): Promise<Result> {
  const reply = await pool.call({ id: 0, kind, path, input })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.data as Result
}
