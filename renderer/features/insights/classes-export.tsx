// The classes as a file, with the question they answer.
import type { ClassesInput } from '#shared/schemas/classes.ts'
import { ExportMenu } from './export-menu.tsx'

export function ClassesExport({ question, isEmpty }: { question: ClassesInput; isEmpty: boolean }) {
  return <ExportMenu asked={{ list: 'classes', classes: question }} isEmpty={isEmpty} />
}
