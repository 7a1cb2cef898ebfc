// Erases a person for good: what goes, what stays, the name typed once more; then what other files still hold them.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { Instant } from '#shared/dates.ts'
import type { ErasureMention, ErasureResult } from '#shared/schemas/erasure.ts'
import type { Party } from '#shared/schemas/parties.ts'
import { AfterErasure } from './after-erasure.tsx'
import { EraseForm } from './erase-form.tsx'

export type Erased = ErasureResult & { name: string; before: Instant; mentions: ErasureMention[] }

export function EraseDialog({ party, onClose }: { party: Party; onClose: () => void }) {
  const { t } = useText()
  const [name] = useState(party.name)
  const [erased, setErased] = useState<Erased | null>(null)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('erasure.title', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {erased ? (
        <AfterErasure erased={erased} onClose={onClose} />
      ) : (
        <EraseForm party={party} onErased={setErased} onClose={onClose} />
      )}
    </Modal>
  )
}
