import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueBackup } from '#main/domain/backups/backup-due.ts'
import { backupName, readBackupName } from '#main/domain/backups/backup-name.ts'
import { backupsToRemove, type KeptBackup } from '#main/domain/backups/thin-backups.ts'
import type { Instant } from '#shared/dates.ts'
import { backupCauses, backupRulesSchema, countedCauses } from '#shared/schemas/backups.ts'

const usualRules = backupRulesSchema.parse({ on: {}, keep: {} })

const at = (text: string) => Date.parse(text) as Instant

describe('the name of a backup', () => {
  test('tells when and why, and is read back', () => {
    const madeAt = at('2026-11-22T19:30:05Z')
    const name = backupName('Pebble & Tide', madeAt, 'import')
    expect(name).toBe('Pebble & Tide 2026-11-22 19-30-05Z before-import.quay')
    expect(readBackupName(name)).toEqual({ cause: 'import', madeAt })
  })

  test.each([
    'Pebble.quay',
    'x 2026-11-22 19-30-05Z why.quay',
    'x 2026-13-41 99-30-05Z daily.quay',
    'x 2026-11-22 19-30-05Z daily.quay.partial',
  ])('%s is none', (name) => {
    expect(readBackupName(name)).toBeNull()
  })
})

const backups = fc.array(
  fc.record({
    name: fc.uuid(),
    cause: fc.constantFrom(...backupCauses),
    madeAt: fc.integer({ min: 0, max: 1000 }).map((moment) => moment as Instant),
    isGood: fc.boolean(),
  }),
  { maxLength: 60 },
)
const counts = fc.integer({ min: 1, max: 8 })
const keeps = fc.record({
  quit: counts,
  hourly: counts,
  daily: counts,
  upgrade: counts,
  import: counts,
  merge: counts,
  restore: counts,
})

describe('thinning', () => {
  test('never takes the newest good one, those by hand or put there, nor what cannot be read', () => {
    fc.assert(
      fc.property(backups, keeps, (all: KeptBackup[], keep) => {
        const gone = backupsToRemove(all, keep)
        const good = all.filter(({ isGood }) => isGood)
        const newest = Math.max(...good.map(({ madeAt }) => madeAt))
        expect(gone.every(({ isGood, cause }) => isGood && cause !== 'manual' && cause !== 'other')).toBe(true)
        const left = good.filter((backup) => !gone.includes(backup))
        if (good.length > 0) expect(left.some(({ madeAt }) => madeAt === newest)).toBe(true)
      }),
    )
  })

  test('keeps the number that is wished for of each cause, the newest of them', () => {
    fc.assert(
      fc.property(backups, keeps, (all: KeptBackup[], keep) => {
        const gone = new Set(backupsToRemove(all, keep))
        for (const cause of countedCauses) {
          const of = all.filter((backup) => backup.cause === cause && backup.isGood)
          const left = of.filter((backup) => !gone.has(backup))
          expect(left.length).toBeGreaterThanOrEqual(Math.min(of.length, keep[cause]))
          expect(left.length).toBeLessThanOrEqual(keep[cause] + 1)
          const oldestLeft = Math.min(...left.map(({ madeAt }) => madeAt))
          expect(of.filter((backup) => gone.has(backup)).every(({ madeAt }) => madeAt <= oldestLeft)).toBe(true)
        }
      }),
    )
  })
})

describe('by the clock', () => {
  const facts = { timeZone: 'Asia/Shanghai', rules: usualRules, lastDailyAt: null, lastAt: null }
  const now = at('2026-11-22T17:00:00Z')

  test('the first of a day is the daily one, by the day of the company', () => {
    expect(dueBackup({ ...facts, now })).toBe('daily')
    // 23:30 and 01:00 in Shanghai: another day, though the same in UTC.
    expect(dueBackup({ ...facts, now, lastDailyAt: at('2026-11-22T15:30:00Z'), lastAt: now })).toBe('daily')
  })

  test('then one each hour; also when the clock was set back', () => {
    const lastDailyAt = at('2026-11-22T16:10:00Z')
    expect(dueBackup({ ...facts, now, lastDailyAt, lastAt: at('2026-11-22T16:30:00Z') })).toBeNull()
    expect(dueBackup({ ...facts, now, lastDailyAt, lastAt: at('2026-11-22T16:00:00Z') })).toBe('hourly')
    expect(dueBackup({ ...facts, now, lastDailyAt, lastAt: at('2026-11-25T16:00:00Z') })).toBe('hourly')
  })

  test('nothing that is switched off', () => {
    const rules = { ...usualRules, on: { quit: true, hourly: false, daily: false } }
    expect(dueBackup({ ...facts, now, rules })).toBeNull()
  })
})
