// The program's own settings on this machine: preferences and recent books. A broken file counts as none.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { preferencesSchema } from '#shared/schemas/host.ts'

const recentSchema = z.object({
  path: z.string(),
  companyName: z.string(),
  uid: z.string().default(''),
  isPinned: z.boolean().default(false),
  openedAt: z.number().default(0),
})

export type RecentEntry = z.output<typeof recentSchema>

const settingsSchema = z.object({
  preferences: preferencesSchema.prefault({}),
  recent: z.array(recentSchema).default([]),
  /** Books whose place was warned of often enough. */
  quietPlaces: z.array(z.string()).default([]),
})

export type Settings = z.output<typeof settingsSchema>

export type SettingsFile = { read(): Settings; write(settings: Settings): void }

export function settingsFile(folder: string): SettingsFile {
  const file = join(folder, 'settings.json')
  return {
    read() {
      try {
        return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return settingsSchema.parse({})
      }
    },
    write(settings) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(`${file}.new`, JSON.stringify(settings, null, 2))
      renameSync(`${file}.new`, file)
    },
  }
}
