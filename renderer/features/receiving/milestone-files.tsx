// The photos and papers of one step, in the panel that every record has for its files.
import { Modal } from '@mantine/core'
import { Suspense } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { usePanelsOf } from '#renderer/lib/record-panels.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import type { Milestone } from '#shared/schemas/milestones.ts'

export function MilestoneFiles({ milestone, onClose }: { milestone: Milestone; onClose: () => void }) {
  const { t } = useText()
  const files = usePanelsOf('milestone').find(({ key }) => key === 'attachments')
  const title = milestone.title || t(`receiving.milestone.kinds.${milestone.kind}`)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`${t('receiving.milestone.files')}: ${title}`}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Suspense fallback={<LoadingState />}>
        {files ? <files.Panel record={{ kind: 'milestone', id: milestone.id }} /> : null}
      </Suspense>
    </Modal>
  )
}
