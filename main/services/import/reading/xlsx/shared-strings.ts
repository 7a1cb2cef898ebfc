// The texts that a workbook keeps once for all its sheets.

import type { Workbook } from './open-workbook.ts'
import { tellWholePart } from './read-part.ts'
import { unescapeOffice } from './unescape-xml.ts'
import type { UnpackBudget } from './unpack-entry.ts'

/** All of them, by number. Runs of rich text are joined; readings beside Japanese text are left out. */
export function readSharedStrings(workbook: Workbook, budget: UnpackBudget): string[] {
  const strings: string[] = []
  if (workbook.sharedStrings === null) return strings
  let text = ''
  let isText = false
  let isReading = false
  tellWholePart(workbook.bytes, workbook.sharedStrings, {
    budget,
    events: {
      open(name) {
        if (name === 'si') text = ''
        else if (name === 'rPh') isReading = true
        else if (name === 't') isText = !isReading
      },
      close(name) {
        if (name === 'si') strings.push(unescapeOffice(text))
        else if (name === 'rPh') isReading = false
        else if (name === 't') isText = false
      },
      text(part) {
        if (isText) text += part
      },
    },
  })
  return strings
}
