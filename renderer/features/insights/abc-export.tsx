// The ABC analysis as a file, with the question it answers.
import type { AbcInput } from '#shared/schemas/insights.ts'
import { ExportMenu } from './export-menu.tsx'

export function AbcExport({ question, isEmpty }: { question: AbcInput; isEmpty: boolean }) {
  return <ExportMenu asked={{ list: 'abc', abc: question }} isEmpty={isEmpty} />
}
