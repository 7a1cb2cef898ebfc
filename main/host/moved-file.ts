// A book whose file was renamed, replaced or deleted under us: SQLite would go on writing into a file that has lost its name.
import { type FileIdentity, identityOf, isSameFile } from '#main/db/file-identity.ts'
import { AppError } from '#shared/errors.ts'

/** Throws where the path does not lead to the file that was opened; `identity` null is for books in memory. */
export function refuseMoved(path: string, identity: FileIdentity | null): void {
  if (identity === null || isSameFile(identity, identityOf(path))) return
  throw new AppError('book/read-only', { why: 'moved' })
}
