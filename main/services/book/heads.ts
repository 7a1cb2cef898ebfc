// The heads of a book (the last operation of each copy, with its hash), and the proof against heads kept elsewhere: whoever
// rewrites the past of a file can make it agree with itself again, but not with a hash that lies outside of it.
import type { ReadDb } from '#main/db/database.ts'
import { type LogReport, type LogSteps, verifyLog } from '#main/db/verify-log.ts'
import { barcodeSvg } from '#main/services/papers/engine/barcode-svg.ts'
import type { Instant } from '#shared/dates.ts'
import { replicaLetters } from '#shared/ids.ts'
import {
  type Head,
  type HeadState,
  type HeadsFile,
  type HeadsSheet,
  headsFormat,
  type Proof,
} from '#shared/schemas/heads.ts'

type HeadRow = Head & { person: string; at: Instant }

/** The last operation of every copy that wrote here, by copy. */
function headsOf(db: ReadDb): HeadRow[] {
  return db.all<HeadRow>(
    `SELECT o.replica AS copy, o.sequence, o.hash, o.wall_at AS at, coalesce(p.name, '') AS person
     FROM (SELECT replica, max(sequence) AS sequence FROM operations GROUP BY replica) last
     JOIN operations o ON o.replica = last.replica AND o.sequence = last.sequence
     LEFT JOIN people p ON p.id = o.person_id ORDER BY o.replica`,
  )
}

/** The file that is kept elsewhere. */
export function headsFile(db: ReadDb): HeadsFile {
  const book = db.get<{ uid: string; company: string }>('SELECT uid, company_name AS company FROM books WHERE id = 1')
  return {
    format: headsFormat,
    version: 1,
    book: book?.uid ?? '',
    company: book?.company ?? '',
    takenAt: new Date(db.now).toISOString(),
    heads: headsOf(db).map(({ copy, sequence, hash }) => ({ copy, sequence, hash })),
  }
}

const codeMm = 48

/** The heads with who wrote them and when, and a code that holds them for a camera. */
export function headsSheet(db: ReadDb): HeadsSheet {
  const file = headsFile(db)
  const text = `${headsFormat}:${file.book}:${file.heads.map((head) => `${head.copy}.${head.sequence}.${head.hash}`).join(',')}`
  const code = file.heads.length === 0 ? '' : barcodeSvg(text, 'qr', { widthMm: codeMm, heightMm: codeMm })
  return {
    file,
    heads: headsOf(db).map((head) => ({ ...head, letters: replicaLetters(head.copy) })),
    operations: db.get<{ n: number }>('SELECT count(*) AS n FROM operations')?.n ?? 0,
    code: code === '' ? null : code,
  }
}

/**
 * Holds the book against heads kept elsewhere. Unaltered: every one of them is an operation of this book, and the whole log
 * below agrees with its hashes. Reads all of it unless the heads are another book's; `log` is given where it was read already.
 */
export function proveAgainst(
  db: ReadDb,
  kept: HeadsFile,
  { log, steps }: { log?: LogReport; steps?: LogSteps } = {},
): Proof {
  const uid = db.get<{ uid: string }>('SELECT uid FROM books WHERE id = 1')?.uid
  if (uid !== kept.book) {
    return {
      isSameBook: false,
      isUnaltered: false,
      takenAt: kept.takenAt,
      heads: [],
      problems: 0,
      unprovable: 0,
      later: 0,
    }
  }
  const heads = kept.heads.map((head) => ({ ...head, letters: replicaLetters(head.copy), state: stateOf(db, head) }))
  const { problems, unprovable } = log ?? verifyLog(db, steps)
  return {
    isSameBook: true,
    isUnaltered: heads.length > 0 && problems.length === 0 && heads.every(({ state }) => state === 'here'),
    takenAt: kept.takenAt,
    heads,
    problems: problems.length,
    unprovable: unprovable.length,
    later: writtenSince(db, kept.heads),
  }
}

function stateOf(db: ReadDb, { copy, sequence, hash }: Head): HeadState {
  const found = db.get<{ hash: string }>(
    'SELECT hash FROM operations WHERE replica = ? AND sequence = ?',
    copy,
    sequence,
  )
  if (!found) return 'missing'
  return found.hash === hash ? 'here' : 'differs'
}

/** Operations beyond the heads, those of copies that the heads do not name included. */
function writtenSince(db: ReadDb, heads: readonly Head[]): number {
  const kept = JSON.stringify(heads.map(({ copy, sequence }) => ({ copy, sequence })))
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM operations o LEFT JOIN (
       SELECT value ->> 'copy' AS copy, max(value ->> 'sequence') AS sequence FROM json_each(?) GROUP BY 1) k
     ON k.copy = o.replica WHERE o.sequence > coalesce(k.sequence, 0)`,
    kept,
  )
  return row?.n ?? 0
}
