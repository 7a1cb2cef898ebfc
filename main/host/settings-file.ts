// The program's own settings on this machine: preferences and recent books. A broken file counts as none.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { preferencesSchema } from '#shared/schemas/host.ts'

const settingsSchema = z.object({
  preferences: preferencesSchema.prefault({}),
  recent: z.array(z.object({ path: z.string(), companyName: z.string() })).default([]),
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
