// What can be done with a shipment now: the next step as the one primary button, the rest beside it. Steps that move goods are
// asked about by whoever the address names in `step` (features/shipment-moves).
import { Button, Menu, Modal } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { focusNextStep, useNextStep } from '#renderer/ui/next-step.ts'
import { PaperMenu } from '#renderer/ui/paper-menu.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { TextKey } from '#shared/i18n/translate.ts'
import type { Shipment, ShipmentVerb } from '#shared/schemas/shipments.ts'
import classes from './shipments.module.css'

type Step = Exclude<ShipmentVerb, 'edit'>
type OwnStep = 'pack' | 'unpack' | 'cancel' | 'reopen'

/** The step that comes next by how it stands: the first of these that may be done. */
const nextSteps: readonly Step[] = ['decide', 'pack', 'dispatch', 'arrive', 'reopen']
const rare: readonly Step[] = ['pack', 'dispatch', 'return', 'decide', 'unpack', 'reverse', 'cancel']
const own: readonly Step[] = ['pack', 'unpack', 'cancel', 'reopen']

export function ShipmentSteps({ shipment }: { shipment: Shipment }) {
  const { t } = useText()
  const { verbs, archived, id } = shipment
  const take = useStep(shipment)
  const next = nextSteps.find((verb) => verbs.includes(verb) && isExpected(shipment, verb))
  const others = rare.filter((verb) => verb !== next && verbs.includes(verb))
  const shown = `${shipment.status} ${next}`
  const control = useNextStep<HTMLButtonElement>(shown)
  // Of what is on its way or over, no step comes next: one goes on from what else there is.
  const more = useNextStep<HTMLButtonElement>(shown)
  const ids = { ids: [id] }
  const isOver = !shipment.isOpen && shipment.status !== 'draft' && shipment.status !== 'packed'
  return (
    <>
      {isOver ? (
        <ArchiveButton
          archived={archived}
          archive={() => client.shipments.archive.mutate(ids)}
          unarchive={() => client.shipments.unarchive.mutate(ids)}
        />
      ) : null}
      <PaperMenu record={{ kind: 'shipment', id }} />
      <RareSteps shipment={shipment} verbs={others} onChoose={take.ask} control={next ? undefined : more} />
      {verbs.includes('edit') ? (
        <WriteGate>
          <LinkButton to="/shipments/$id/edit" params={{ id: String(id) }}>
            {t('common.edit')}
          </LinkButton>
        </WriteGate>
      ) : null}
      {next ? (
        <WriteGate>
          <Button ref={control} variant="filled" loading={take.isPending} onClick={() => take.ask(next)}>
            {t(wordOf(shipment, next))}
          </Button>
        </WriteGate>
      ) : null}
      {take.isAsking ? <CancelDialog number={shipment.number} onCancel={take.cancel} onClose={take.keep} /> : null}
    </>
  )
}

/**
 * What a supplier sends is not packed here; a parcel that has its number already, or of which was heard, is ready to go. What
 * arrives is received once it has left. Of what is back already and has no day to decide by, nothing is left to be decided.
 */
function isExpected({ kind, parcels, state, decideBy, heardAt }: Shipment, verb: Step): boolean {
  if (verb === 'decide') return state !== 'returned' || decideBy !== null
  if (verb !== 'pack') return true
  return kind !== 'purchase' && heardAt === null && parcels.every(({ trackingNumber }) => trackingNumber === '')
}

/** What a supplier sends, they send. */
function wordOf({ kind }: Shipment, verb: Step): TextKey {
  return verb === 'dispatch' && kind === 'purchase' ? 'shipments.verbs.dispatchPurchase' : `shipments.verbs.${verb}`
}

function useStep({ id, number }: Shipment) {
  const text = useText()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const taking = useMutation({
    mutationFn: (verb: OwnStep) => client.shipments[verb].mutate({ target: { ids: [id] } }),
    onSuccess: ({ operationId }, verb) => {
      sayUndoable(text, text.t(`shipments.done.${verb}`, { count: 1, formatted: '1' }), operationId)
      focusNextStep()
    },
    onError: (error) => sayError(text.t, error),
  })
  const ask = (verb: Step) => {
    if (verb === 'cancel') setAsking(true)
    else if (isOwn(verb)) taking.mutate(verb)
    else void navigate({ to: '.', search: ((before: object) => ({ ...before, step: verb })) as never })
  }
  const keep = () => setAsking(false)
  const cancel = () => {
    keep()
    taking.mutate('cancel')
  }
  return { ask, isAsking, keep, cancel, isPending: taking.isPending, number }
}

function isOwn(verb: Step): verb is OwnStep {
  return own.includes(verb)
}

type RareProps = {
  shipment: Shipment
  verbs: readonly Step[]
  onChoose: (verb: Step) => void
  control: RefObject<HTMLButtonElement | null> | undefined
}

function RareSteps({ shipment, verbs, onChoose, control }: RareProps) {
  const { t } = useText()
  if (verbs.length === 0) return null
  return (
    <Menu>
      <Menu.Target>
        <WriteGate ref={control}>
          <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{t('shipments.verbs.more')}</Button>
        </WriteGate>
      </Menu.Target>
      <Menu.Dropdown>
        {verbs.map((verb) => (
          <Menu.Item key={verb} onClick={() => onChoose(verb)}>
            {t(wordOf(shipment, verb))}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type CancelProps = { number: string; onCancel: () => void; onClose: () => void }

function CancelDialog({ number, onCancel, onClose }: CancelProps) {
  const { t } = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shipments.ask.cancel', { number })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.dialog}>
        <p>{t('shipments.ask.cancelText')}</p>
        <div className={classes.dialogActions}>
          <Button onClick={onClose} data-autofocus>
            {t('shipments.ask.keep')}
          </Button>
          <Button variant="filled" onClick={onCancel}>
            {t('shipments.verbs.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
