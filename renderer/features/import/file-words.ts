// A file and its state in words: "Orders, 812, from March 2024".

import type { Format } from '#renderer/lib/format.ts'
import type { Tone } from '#renderer/ui/status-badge.tsx'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Inspection } from '#shared/schemas/imports.ts'
import { readinessOf } from './file-readiness.ts'
import type { ImportFile } from './import-file.ts'

type Said = Pick<Inspection, 'kind' | 'rowCount' | 'from' | 'to'>

export function inspectionInWords(t: Translate, format: Format, { kind, rowCount, from, to }: Said): string {
  const formatted = format.number(rowCount)
  if (kind === null) return t('import.inWords.unknown', { count: rowCount, formatted })
  const said = { kind: t(`import.kinds.${kind}`), formatted }
  if (from === null || to === null) return t('import.inWords.count', said)
  const [first, last] = [format.monthInWords(from), format.monthInWords(to)]
  if (first === last) return t('import.inWords.from', { ...said, from: first })
  return t('import.inWords.span', { ...said, from: first, to: last })
}

/** How far the file is on its way, as a word and the tone of its badge. */
export function readinessInWords(t: Translate, format: Format, file: ImportFile): { word: string; tone: Tone } {
  const readiness = readinessOf(file)
  switch (readiness.state) {
    case 'sending':
      return { word: sendingWord(t, format, file), tone: 'neutral' }
    case 'reading':
      return { word: t('import.readiness.reading'), tone: 'neutral' }
    case 'unreadable':
      return { word: t('import.readiness.unreadable'), tone: 'bad' }
    case 'unknown':
      return { word: t('import.readiness.unknown'), tone: 'warn' }
    case 'lacks-columns':
      return { word: t('import.readiness.lacksColumns'), tone: 'warn' }
    case 'open-questions':
      return { word: t('import.readiness.questions', { count: readiness.count }), tone: 'warn' }
    case 'ready':
      return { word: t('import.readiness.ready'), tone: 'good' }
  }
}

function sendingWord(t: Translate, format: Format, { sentBytes, size }: ImportFile): string {
  if (sentBytes === 0 || size === 0) return t('import.readiness.waiting')
  return t('import.readiness.sending', { percent: format.share(Math.min(1, sentBytes / size)) })
}
