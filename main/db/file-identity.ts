// Which file a path leads to: the same book by two paths (links, other spelling) is one book.
import { realpathSync, statSync } from 'node:fs'

export type FileIdentity = { device: bigint; inode: bigint; links: bigint }

/** Null where there is no such file. */
export function identityOf(path: string): FileIdentity | null {
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false })
  return facts ? { device: facts.dev, inode: facts.ino, links: facts.nlink } : null
}

/** Some filesystems number no files: there nothing is known to differ. */
export function isSameFile(left: FileIdentity, right: FileIdentity | null): boolean {
  return right !== null && left.inode === right.inode && left.device === right.device
}

/** Whether two paths lead to one file, by links or another spelling as well. */
export function leadToSame(left: string, right: string): boolean {
  if (truePath(left) === truePath(right)) return true
  const identity = identityOf(left)
  return identity !== null && identity.inode !== 0n && isSameFile(identity, identityOf(right))
}

/** The path itself where it cannot be followed: the file is yet to be made, or gone. */
export function truePath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
