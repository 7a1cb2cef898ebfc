// The templates that come with the program, and the style under all papers, bundled as text.
import { readTemplateFile, type TemplateFile } from '#main/services/papers/templates/template-file.ts'
import type { PaperKind } from '#shared/schemas/papers.ts'

const files = import.meta.glob<string>('../../../../resources/papers/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export type BuiltInTemplate = TemplateFile & { id: string; content: string }

export const baseStyle: string = textOf('paper-style.txt')

function textOf(name: string): string {
  const text = Object.entries(files).find(([path]) => path.endsWith(`/${name}`))?.[1]
  if (text === undefined) throw new Error(`Not in the program: ${name}`)
  return text
}

/** By id, `builtin:proforma-invoice`; the first of a kind is its usual one. */
export const builtInTemplates: readonly BuiltInTemplate[] = Object.entries(files)
  .flatMap(([path, content]) => {
    const name = /([a-z0-9-]+)\.liquid$/.exec(path)?.[1]
    return name ? [{ id: `builtin:${name}`, content, ...readTemplateFile(content) }] : []
  })
  .sort((left, right) => left.id.localeCompare(right.id, 'en'))

/** The program's own template of a kind: what is used until another is chosen, and whose words fill those left out. */
export function builtInOf(kind: PaperKind): BuiltInTemplate {
  const found = builtInTemplates.find(({ header }) => header.kind === kind)
  if (!found) throw new Error(`No template for ${kind}`)
  return found
}
