// Names that sync programs give to a second version of a file, when two machines wrote it at once. A name only makes a file
// worth a look: whether it is a copy of the book, the book in it says.
import { bookExtension } from '#main/host/book-names.ts'

/** What stands between the book's own name and the extension. */
const marks: readonly RegExp[] = [
  // Dropbox, Nextcloud, ownCloud, Box: `book (Mei's conflicted copy 2026-11-22).quay`
  /^ ?\(.*(conflicted copy|conflict|in Konflikt|conflit|conflicto|冲突|衝突).*\)$/i,
  // Syncthing: `book.sync-conflict-20261122-101500-ABCDEFG.quay`; Seafile: `book (SFConflict mei 2026-11-22-10-15).quay`
  /^\.sync-conflict-\d{8}-\d{6}(-\w+)?$/i,
  /^ \(SFConflict .*\)$/i,
  // 坚果云, 百度网盘: `book(冲突副本…)`, `book_冲突文件_…`
  /^[_ -]?(.*的)?(冲突文件|冲突副本|冲突).*$/,
  // OneDrive: the machine's name behind a hyphen; pCloud, MEGA: `book [conflicted]`
  /^-[A-Z0-9][\w-]{1,40}$/i,
  /^ ?\[conflict.*\]( \d+)?$/i,
  // Google Drive, iCloud Drive, file managers: a number
  /^ ?\(\d{1,3}\)$/,
  /^ \d{1,3}$/,
]

/** The names among those given that look like second versions of `bookName`. */
export function conflictNames(bookName: string, names: readonly string[]): string[] {
  if (!bookName.toLowerCase().endsWith(bookExtension)) return []
  const stem = bookName.slice(0, -bookExtension.length)
  return names.filter((name) => {
    if (name === bookName || !name.toLowerCase().endsWith(bookExtension) || !name.startsWith(stem)) return false
    const mark = name.slice(stem.length, -bookExtension.length)
    return marks.some((pattern) => pattern.test(mark))
  })
}
