// Lines whose freight and weight stand on another line of the file: each must be there.
import { type LoadContext, type TypedRow, toldOf } from '#main/services/import/loading/loader.ts'

export type TellingLines = {
  /** A row was taken, with its own key. */
  met(row: TypedRow, externalId: string): void
  /** After the last row: notes those whose line is not in the file. */
  noteLost(): void
}

export function tellingLines({ notes }: LoadContext): TellingLines {
  const keys = new Set<string>()
  const referring: { line: number; field: string; toldWith: string }[] = []
  return {
    met(row, externalId) {
      if (externalId) keys.add(externalId)
      const field = ['lineFreight', 'weight'].find((name) => toldOf(row, name)?.toldWith)
      if (field) referring.push({ line: row.line, field, toldWith: toldOf(row, field)?.toldWith ?? '' })
    },
    noteLost() {
      for (const { line, field, toldWith } of referring) {
        if (!keys.has(toldWith)) notes.push({ line, field, said: 'told-on-no-line' })
      }
    },
  }
}
