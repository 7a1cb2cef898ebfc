// The classes as a file, with the question they answer.
import { ReportExport } from '#renderer/ui/report-export.tsx'
import type { ClassesInput } from '#shared/schemas/classes.ts'

export function ClassesExport({ question, isEmpty }: { question: ClassesInput; isEmpty: boolean }) {
  return <ReportExport asked={{ list: 'classes', classes: question }} isEmpty={isEmpty} />
}
