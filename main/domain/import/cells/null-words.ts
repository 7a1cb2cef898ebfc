// Words and signs that stand for "nothing" in files. Whether they do in this one is asked once per file.
import { trimCell } from './plain-text.ts'

const words = new Set([
  ...[
    'null',
    '(null)',
    '[null]',
    '<null>',
    'n/a',
    '#n/a',
    'n.a.',
    'n.a',
    'nan',
    'none',
    'nil',
    'undefined',
    '\\n',
    '#null!',
  ],
  ...['-', '--', '---', '–', '—', '——', '/', '0000-00-00', '0000-00-00 00:00:00', '无', '暂无', '空', '（空）', '(空)'],
])
const longest = Math.max(...[...words].map((word) => word.length))
const firstSigns = new Set(
  [...words].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]).concat(32, 9),
)

/** The word as it is counted (`NULL`, `N/A`, `-`), or null where the cell holds something else. */
export function nullWord(text: string): string | null {
  // Asked for every cell of every file: most are out by their first character.
  if (!firstSigns.has(text.charCodeAt(0)) || text.length > longest + 4) return null
  const word = trimCell(text)
  return words.has(word.toLowerCase()) ? word : null
}
