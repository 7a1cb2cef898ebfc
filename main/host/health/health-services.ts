// Health as the screens ask for it: sizes as the disk says, the last check as this machine keeps it, rescue by a porter.
import { statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { HealthServices } from '#main/api/host/health-services.ts'
import type { RescueReport } from '#main/db/rescue/rescue.ts'
import type { BackupParts } from '#main/host/backups/backup-parts.ts'
import { freeBytesAt } from '#main/host/backups/backup-places.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import { bringBack, damagedOffer } from '#main/host/health/bring-back.ts'
import type { DamagedBook } from '#main/host/health/damaged-book.ts'
import { isOpenBook } from '#main/host/open-book-file.ts'
import { AppError } from '#shared/errors.ts'
import type { BookRoom, HealthCheck, RescueInput, RescueResult } from '#shared/schemas/health.ts'

type HealthParts = Pick<BackupParts, 'keeper' | 'settings' | 'tokens' | 'porter' | 'emit' | 'erased'> & {
  damaged: DamagedBook
}

export function healthServices(parts: HealthParts): HealthServices {
  const { keeper, settings, tokens, porter, emit } = parts
  const opened = (): HeldBook => {
    const held = keeper.held()
    if (!held) throw new AppError('book/closed')
    return held
  }
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  async function carry(file: string, { jobId, target, currency }: RescueInput): Promise<RescueResult> {
    const to = tokens.pathOf(target)
    const input = { jobId, file, target: to, baseCurrency: currency ?? undefined }
    const report = await porter.carry<RescueReport>({ kind: 'mutation', path: 'inner.health.rescue', input })
    return {
      token: tokens.tokenOf(to),
      fileName: basename(to),
      isWhole: report.isWhole,
      references: report.references.length,
      tables: report.tables.map(({ table, rows, gaps, refused, isMissing }) => ({
        table,
        rows,
        gaps: gaps.length,
        refused: refused.length,
        isMissing,
      })),
    }
  }
  return {
    async state() {
      const { path, state } = opened()
      return {
        size: sizeOf(path),
        walSize: sizeOf(`${path}-wal`),
        freeBytes: freeBytesAt(dirname(path)),
        room: await asked<BookRoom>(opened(), 'room'),
        lastCheck: settings.read(state.uid).check as HealthCheck | null,
      }
    },
    async check(jobId) {
      const held = opened()
      const { access } = held.state
      // What is found in a view of the past is not what is known of the book.
      if (access.mode === 'read' && access.reason === 'past') throw new AppError('health/past')
      const check = await asked<HealthCheck>(held, 'check', { jobId })
      settings.change(held.state.uid, () => ({ check }))
      emit({ type: 'changed', tables: ['backups'] })
      return check
    },
    damaged: () => damagedOffer(parts),
    bringBack: () => bringBack(parts),
    rescue: (input) =>
      input.file === null
        ? keeper.aside((path) => carry(path, input))
        : carry(closedFile(tokens.pathOf(input.file), keeper.held()), input),
  }
}

/** The open book is rescued as such: its file must be closed for it. */
function closedFile(path: string, held: HeldBook | null): string {
  if (isOpenBook(held, path)) throw new AppError('book/in-use')
  return path
}

async function asked<Result>(held: HeldBook, name: string, input?: unknown): Promise<Result> {
  const reply = await held.pool.call({ id: 0, kind: 'query', path: `inner.health.${name}`, input })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.data as Result
}
