// The designer: a template's page, logo, columns, words and terms, beside a paper that is made with them.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { useDraft } from '#renderer/ui/record-form/use-draft.ts'
import type { PaperTemplate } from '#shared/schemas/papers.ts'
import { TemplateDesigner } from './template-designer.tsx'
import { draftName } from './use-template-design.ts'

export function TemplateScreen() {
  const id = String(useParams({ strict: false }).id)
  const query = useQuery(trpc.papers.templates.get.queryOptions({ id }))
  return <QueryState query={query}>{(template) => <WithDraft key={template.id} template={template} />}</QueryState>
}

/** What was written and not saved when the designer was left is there again. */
function WithDraft({ template }: { template: PaperTemplate }) {
  const drafts = useDraft(draftName(template.id), template.header)
  if (drafts === undefined) return <LoadingState />
  return <TemplateDesigner template={template} drafts={drafts} />
}
