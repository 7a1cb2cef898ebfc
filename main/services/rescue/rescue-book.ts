// Rescues what can be read of a damaged book into a new one, settles what is derived, and says what was lost.
import { bareTx } from '#main/db/bare-tx.ts'
import type { Connection } from '#main/db/database.ts'
import { type RescueReport, rescue } from '#main/db/rescue/rescue.ts'
import { read } from '#main/db/statements.ts'
import { verifyLog } from '#main/db/verify-log.ts'
import { type JobHandle, runAsyncJob, silentJob } from '#main/services/jobs/job.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { settleStock } from '#main/services/stock/settle-balances.ts'
import type { Instant } from '#shared/dates.ts'

export type RescueInput = { file: string; target: string; baseCurrency?: string | undefined }

export function rescueBook(input: RescueInput, now: Instant, job: JobHandle = silentJob): Promise<RescueReport> {
  return runAsyncJob(job, () =>
    rescue(input.file, input.target, {
      now,
      baseCurrency: input.baseCurrency,
      progress: (_table, done, total) => {
        job.progress('read', done, total)
        job.stopIfCancelled()
      },
      settle: (target) => {
        job.progress('settle', 0, null)
        settleAll(target, now)
        return { isSound: read(target, (db) => verifyLog(db).problems).length === 0 }
      },
    }),
  )
}

function settleAll(target: Connection, now: Instant): void {
  target.exec('BEGIN IMMEDIATE')
  try {
    const tx = bareTx(target, now)
    settleStock(tx)
    settleOrders(tx, 'all')
    settlePurchases(tx, 'all')
    target.exec('COMMIT')
  } catch (error) {
    if (target.inTransaction) target.exec('ROLLBACK')
    throw error
  }
}
