// What every part of the designer is given.
import type { PaperTemplateHeader } from '#shared/schemas/paper-templates.ts'
import type { PaperTemplate } from '#shared/schemas/papers.ts'

export type PartProps = {
  template: PaperTemplate
  header: PaperTemplateHeader
  change: (part: Partial<PaperTemplateHeader>) => void
}
