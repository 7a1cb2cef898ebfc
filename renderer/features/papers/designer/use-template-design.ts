// A template's head while it is changed: what is wrong with it is asked at once, it is kept as a draft, and saved only whole.
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { draftContent } from '#renderer/lib/form-draft.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import type { KeptDrafts } from '#renderer/ui/record-form/use-draft.ts'
import { useDraftKeeper } from '#renderer/ui/record-form/use-draft-keeper.ts'
import { useOfferedDraft } from '#renderer/ui/record-form/use-offered-draft.ts'
import type { PaperTemplateHeader } from '#shared/schemas/paper-templates.ts'
import type { PaperTemplate } from '#shared/schemas/papers.ts'
import { ownId } from '../template-id.ts'

const typingPauseMs = 200

export const draftName = (templateId: string) => `papers/templates/${templateId}`

export type TemplateDesign = ReturnType<typeof useTemplateDesign>

export function useTemplateDesign(template: PaperTemplate, drafts: KeptDrafts<PaperTemplateHeader>) {
  const { ifMayWrite } = useMayWrite()
  const [header, setHeader] = useState(drafts.own?.values ?? template.header)
  const [restoredAt, setRestoredAt] = useState(drafts.own?.savedAt ?? null)
  const [saved, setSaved] = useState(template.header)
  const name = draftName(template.id)
  const keeper = useDraftKeeper(name)
  const aside = useOfferedDraft(name, drafts.elsewhere)
  const isUnsaved = JSON.stringify(header) !== JSON.stringify(saved)
  const change = (part: Partial<PaperTemplateHeader>) => {
    const next = { ...header, ...part }
    setHeader(next)
    keeper.change(draftContent({ values: next }))
  }
  const saving = useMutation({
    mutationFn: (whole: PaperTemplateHeader) =>
      client.papers.templates.save.mutate({
        id: ownId(template.id),
        template: { header: whole, body: template.body },
      }),
    onSuccess: (_result, whole) => {
      dropDrafts()
      setSaved(whole)
      setRestoredAt(null)
    },
  })
  const { problems, isChecking } = useProblems(header, template.body)
  const canSave = !template.isBuiltIn && isUnsaved && problems.length === 0 && !isChecking && !saving.isPending
  const save = ifMayWrite(() => {
    if (canSave) saving.mutate(header)
  })
  useHotkeys([['mod+S', save]], [])
  const dropDrafts = () => {
    keeper.drop()
    aside.dropTaken()
  }
  const startOver = () => {
    setHeader(saved)
    setRestoredAt(null)
    dropDrafts()
  }
  const takeUp = () => {
    if (!aside.offer) return
    aside.take(isUnsaved ? { values: header } : null)
    change(aside.offer.values)
    setRestoredAt(aside.offer.savedAt)
  }
  const offer = aside.offer && { savedAt: aside.offer.savedAt, onTakeUp: takeUp, onThrowAway: aside.throwAway }
  return { header, change, restoredAt, startOver, offer, isUnsaved, problems, canSave, save, saving, keeper }
}

/** What is wrong with the template as it stands, asked a moment after the last change. */
function useProblems(header: PaperTemplateHeader, body: string) {
  const [settled] = useDebouncedValue(header, typingPauseMs)
  const query = useQuery(
    trpc.papers.templates.check.queryOptions(
      { header: settled, body },
      { placeholderData: keepPreviousData, gcTime: 5_000 },
    ),
  )
  const isChecking = settled !== header || query.isFetching
  return { problems: query.data ?? [], isChecking }
}
