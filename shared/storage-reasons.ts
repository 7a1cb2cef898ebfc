// What the system or SQLite calls a trouble, as the name of the words for it: `reason/…` in errors.json.
const rules = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)$/, 'reason/disk-full'],
  [/^(SQLITE_READONLY.*|EROFS)$/, 'reason/read-only'],
  [/^(SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM)$/, 'reason/no-access'],
  [/^(SQLITE_IOERR.*|SQLITE_PROTOCOL|EIO)$/, 'reason/disk-error'],
  [/^(SQLITE_CANTOPEN.*|ENOENT|ENOTDIR|ENODEV|ENXIO)$/, 'reason/gone'],
  [/^(SQLITE_BUSY.*|SQLITE_LOCKED.*|EBUSY|ETXTBSY)$/, 'reason/in-use'],
  [/^(SQLITE_CORRUPT.*|SQLITE_NOTADB|SQLITE_FORMAT)$/, 'reason/damaged'],
  [/^(SQLITE_NOMEM.*|ENOMEM)$/, 'reason/no-memory'],
  [/^(EMFILE|ENFILE)$/, 'reason/too-many-files'],
  [/^EISDIR$/, 'reason/folder'],
  [/^(heads|bytes|check)$/, 'reason/differs'],
  [/^(version|books)$/, 'reason/damaged'],
] as const

export type ReasonKey = (typeof rules)[number][1]

/** Null for what needs no words, or has none. */
export function reasonKey(code: string): ReasonKey | null {
  return rules.find(([pattern]) => pattern.test(code))?.[1] ?? null
}
