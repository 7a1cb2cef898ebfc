// The ABC analysis as a file, with the question it answers.
import { ReportExport } from '#renderer/ui/report-export.tsx'
import type { AbcInput } from '#shared/schemas/insights.ts'

export function AbcExport({ question, isEmpty }: { question: AbcInput; isEmpty: boolean }) {
  return <ReportExport asked={{ list: 'abc', abc: question }} isEmpty={isEmpty} />
}
