// Words in files that stand for one of a few things, folded so that case, spaces and dashes do not matter.
import { halfWidth, trimCell } from './plain-text.ts'

/** Every word with what it stands for; each thing is a word for itself. */
export function wordTable<S extends string>(words: Readonly<Record<S, readonly string[]>>): Map<string, S> {
  const table = new Map<string, S>()
  for (const status of Object.keys(words) as S[]) {
    table.set(status.replaceAll('_', ' '), status)
    for (const word of words[status]) table.set(word, status)
  }
  return table
}

export function foldWord(text: string): string {
  return halfWidth(trimCell(text)).toLowerCase().replace(/[_-]+/g, ' ')
}
