// What a template is called: the user's own by its name, those that came with the program by the paper they make.
import type { Translate } from '#shared/i18n/translate.ts'
import type { PaperTemplateRow } from '#shared/schemas/papers.ts'

/** In the screen's language where the program gave the name. */
export function templateName(
  t: Translate,
  { name, kind, isBuiltIn }: Pick<PaperTemplateRow, 'name' | 'kind' | 'isBuiltIn'>,
): string {
  return isBuiltIn ? t(`papers.kinds.${kind}`) : name
}
