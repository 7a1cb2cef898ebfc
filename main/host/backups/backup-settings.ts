// What this machine keeps about the backups of a book, by the book's uid: rules, places, what went wrong last. A broken file
// counts as none.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { backupRulesSchema } from '#shared/schemas/backups.ts'

const failureSchema = z.object({
  at: z.number(),
  error: z.object({
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  }),
})

const checkSchema = z.object({
  at: z.number(),
  ok: z.boolean(),
  problems: z.array(z.object({ code: z.string(), count: z.number(), where: z.array(z.string()) })),
  counts: z.object({
    operations: z.number(),
    changes: z.number(),
    products: z.number(),
    parties: z.number(),
    orders: z.number(),
    orderLines: z.number(),
  }),
  unprovable: z.number(),
})

const settingsSchema = z.object({
  rules: backupRulesSchema.prefault({ on: {}, keep: {} }),
  /** Null: beside the book. */
  main: z.string().nullable().default(null),
  second: z.string().nullable().default(null),
  /** Folders where backups of this book were put at some time: they are listed wherever new ones go. */
  folders: z.array(z.string()).default([]),
  failures: z
    .object({ main: failureSchema.nullable(), second: failureSchema.nullable() })
    .default({ main: null, second: null }),
  /** The upgrade whose notice was put away, by its moment. */
  seenUpgrade: z.number().default(0),
  /** Every erased row that this machine knows of: a book put back to an earlier state is told of them again. */
  erasures: z.array(z.object({ table: z.string(), id: z.number().int() })).default([]),
  /** The last check of the book's health on this machine. */
  check: checkSchema.nullable().default(null),
  /** The version of the program that last had the book open, by the book's format. */
  programs: z.record(z.string(), z.string()).default({}),
})

export type BackupSettings = z.output<typeof settingsSchema>

export type BackupSettingsFile = {
  read(uid: string): BackupSettings
  change(uid: string, change: (before: BackupSettings) => Partial<BackupSettings>): BackupSettings
}

export function backupSettingsFile(dataFolder: string): BackupSettingsFile {
  const folder = join(dataFolder, 'backups')
  const fileOf = (uid: string) => join(folder, `${uid.replaceAll(/[^a-zA-Z0-9-]/g, '_')}.json`)
  const read = (uid: string) => {
    try {
      return settingsSchema.parse(JSON.parse(readFileSync(fileOf(uid), 'utf8')))
    } catch {
      return settingsSchema.parse({})
    }
  }
  return {
    read,
    change(uid, change) {
      const before = read(uid)
      const next = { ...before, ...change(before) }
      mkdirSync(folder, { recursive: true })
      writeFileSync(`${fileOf(uid)}.new`, JSON.stringify(next, null, 2))
      renameSync(`${fileOf(uid)}.new`, fileOf(uid))
      return next
    },
  }
}
