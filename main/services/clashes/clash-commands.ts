// Mending clashes and leaving them as they are. A mending is one ordinary operation, however many it mends; one that cannot
// be mended this way stays on the list and says why.

import type { z } from 'zod'
import type { WriteTx } from '#main/db/database.ts'
import { settleTouched } from '#main/services/book/settle-touched.ts'
import { marksOf } from '#main/services/clashes/clash-marks.ts'
import { oldestFirst, type RowOrder } from '#main/services/clashes/clash-order.ts'
import type { ClashInHand, ClashRule, FoundClash, Mender, Mending } from '#main/services/clashes/clash-rule.ts'
import { clashRule } from '#main/services/clashes/clash-rules.ts'
import { menderOf } from '#main/services/clashes/mender.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type {
  ClashTargets,
  LeaveClashesInput,
  MendClashesInput,
  MendReport,
  unleaveClashesInput,
} from '#shared/schemas/clashes.ts'

/** Mends some clashes of a rule, or all that are open. */
export function mendClashes(
  tx: WriteTx,
  { rule: id, mending: mendingId, targets, keep }: MendClashesInput,
): MendReport {
  const rule = clashRule(id)
  const mending = rule.mendings.find((candidate) => candidate.id === mendingId)
  if (!mending) throw new AppError('clashes/not-this-way')
  const clashes = meant(tx, rule, targets)
  if (keep !== undefined && clashes.length > 1) throw new AppError('clashes/keep-one-at-a-time')
  const { mender, touched } = menderOf(tx)
  const made = oldestFirst(
    tx,
    clashes.flatMap(({ ids }) => ids),
  )
  const report: MendReport = { mended: 0, refused: [] }
  for (const clash of clashes) {
    const code = mendOne({ tx, rule, mending, mender, made, keep }, clash)
    if (code === null) report.mended += 1
    else report.refused.push({ key: clash.key, code })
  }
  settleTouched(tx, touched)
  return report
}

type OneParts = {
  tx: WriteTx
  rule: ClashRule
  mending: Mending
  mender: Mender
  made: RowOrder
  keep: Id | undefined
}

/** Null where it is mended, else the code of the reason; then nothing of it was written. */
function mendOne({ tx, rule, mending, mender, made, keep }: OneParts, clash: FoundClash): string | null {
  let refusal: string | null = null
  tx.attempt(
    () => {
      try {
        if (rule.suggests && !rule.suggests(tx, clash).includes(mending.id)) throw new AppError('clashes/not-this-way')
        mending.mend(mender, inHand(tx, rule, { clash, mending, made, keep }))
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        refusal = error.code
      }
      return refusal === null
    },
    (isMended) => isMended,
  )
  return refusal
}

type HandParts = { clash: FoundClash; mending: Mending; made: RowOrder; keep: Id | undefined }

function inHand(tx: WriteTx, rule: ClashRule, { clash, mending, made, keep }: HandParts): ClashInHand {
  if (keep !== undefined && !clash.ids.includes(keep)) throw new AppError('clashes/gone')
  const ids = made.sorted(clash.ids)
  const preferred = rule.prefers?.(tx, clash.ids) ?? []
  const usual = mending.keeps === 'newest' ? ids.at(-1) : (ids.find((id) => preferred.includes(id)) ?? ids[0])
  const kept = keep ?? usual
  if (kept === undefined) throw new AppError('clashes/gone')
  return { ...clash, ids, keep: kept, others: ids.filter((id) => id !== kept) }
}

/** The clashes as they are now. One that someone else mended meanwhile is `clashes/gone` where it was named. */
function meant(tx: WriteTx, rule: ClashRule, targets: ClashTargets): FoundClash[] {
  const found = rule.find(tx)
  if ('all' in targets) {
    const marks = marksOf(tx, rule.id)
    return found.filter(({ key }) => !marks.has(key))
  }
  const byKey = new Map(found.map((clash) => [clash.key, clash]))
  return targets.keys.map((key) => {
    const clash = byKey.get(key)
    if (!clash) throw new AppError('clashes/gone')
    return clash
  })
}

/** Notes that clashes stay as they are; gives how many. */
export function leaveClashes(tx: WriteTx, { rule: id, targets, note }: LeaveClashesInput): number {
  const marks = marksOf(tx, id)
  const clashes = meant(tx, clashRule(id), targets)
  for (const { key } of clashes) {
    const mark = marks.get(key)
    if (!mark) tx.insert('clash_marks', { rule: id, cause: key, note })
    else if (mark.note !== note) tx.update('clash_marks', mark.id, { note })
  }
  return clashes.length
}

/** Puts clashes that were left back on the list. */
export function unleaveClashes(tx: WriteTx, { rule, keys }: z.output<typeof unleaveClashesInput>): void {
  for (const key of keys) {
    tx.run('UPDATE clash_marks SET deleted = 1 WHERE rule = ? AND cause = ? AND deleted = 0', rule, key)
  }
}
