// A paste for one shipment: what tells no number goes to it.
import { Modal } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { HeadingLevel } from '#renderer/ui/section-title.tsx'
import { PasteForm } from './paste-form.tsx'

type DialogProps = { of: { id: number; number: string }; onClose: () => void }

export function PasteDialog({ of, onClose }: DialogProps) {
  const { t } = useText()
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('tracking.dialog.pasteTitle', { number: of.number })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <HeadingLevel value={3}>
        <PasteForm at={{ shipmentId: of.id, parcelId: null }} onKept={onClose} />
      </HeadingLevel>
    </Modal>
  )
}
