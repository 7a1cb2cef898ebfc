// What can be done with a purchase order now: the next step as the one primary button, the rest beside it.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { focusNextStep, useNextStep } from '#renderer/ui/next-step.ts'
import { PaperMenu } from '#renderer/ui/paper-menu.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Purchase, PurchaseVerb } from '#shared/schemas/purchases.ts'
import { StepDialog, type StepVerb } from './step-dialog.tsx'

/** The step that comes next by how the order stands; the first of these that may be done. More may come of one that is complete. */
const nextSteps: readonly PurchaseVerb[] = ['send', 'confirm', 'receive', 'close', 'reopen']
const lastSteps: readonly PurchaseVerb[] = ['close', 'receive']
const rare: readonly StepVerb[] = ['close', 'reopen', 'cancel']

export function PurchaseSteps({ purchase }: { purchase: Purchase }) {
  const { t } = useText()
  const [asked, ask] = useState<StepVerb | null>(null)
  const { verbs } = purchase
  const steps = purchase.status === 'received' ? lastSteps : nextSteps
  const next = steps.find((verb) => verbs.includes(verb))
  const ids = { ids: [purchase.id] }
  const params = { id: String(purchase.id) }
  const isOver = ['closed', 'cancelled', 'draft'].includes(purchase.status) || purchase.isHistory
  const shown = asked === null ? (next ?? '') : ''
  const receive = useNextStep<HTMLAnchorElement>(next === 'receive' ? shown : '')
  const step = useNextStep<HTMLButtonElement>(next === 'receive' ? '' : shown)
  const close = () => {
    ask(null)
    focusNextStep()
  }
  return (
    <>
      {isOver ? (
        <ArchiveButton
          archived={purchase.archived}
          archive={() => client.purchases.archive.mutate(ids)}
          unarchive={() => client.purchases.unarchive.mutate(ids)}
        />
      ) : null}
      <PaperMenu record={{ kind: 'purchase', id: purchase.id }} />
      <RareSteps verbs={rare.filter((verb) => verb !== next && verbs.includes(verb))} onChoose={ask} />
      {verbs.includes('edit') ? (
        <WriteGate>
          <LinkButton to="/purchases/$id/edit" params={params}>
            {t('common.edit')}
          </LinkButton>
        </WriteGate>
      ) : null}
      {verbs.includes('receive') ? (
        <WriteGate>
          <LinkButton
            ref={receive}
            variant={next === 'receive' ? 'filled' : 'default'}
            to="/purchases/$id/receive"
            params={params}
          >
            {t('purchases.verbs.receive')}
          </LinkButton>
        </WriteGate>
      ) : null}
      {next && isStep(next) ? (
        <WriteGate>
          <Button ref={step} variant="filled" onClick={() => ask(next)}>
            {t(`purchases.verbs.${next}`)}
          </Button>
        </WriteGate>
      ) : null}
      {asked ? <StepDialog purchase={purchase} verb={asked} onClose={close} /> : null}
    </>
  )
}

function isStep(verb: PurchaseVerb): verb is StepVerb {
  return verb !== 'edit' && verb !== 'receive'
}

function RareSteps({ verbs, onChoose }: { verbs: readonly StepVerb[]; onChoose: (verb: StepVerb) => void }) {
  const { t } = useText()
  const only = verbs.length === 1 ? verbs[0] : undefined
  if (verbs.length === 0) return null
  if (only) {
    return (
      <WriteGate>
        <Button onClick={() => onChoose(only)}>{t(`purchases.verbs.${only}`)}</Button>
      </WriteGate>
    )
  }
  return (
    <Menu>
      <Menu.Target>
        <WriteGate>
          <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{t('purchases.verbs.more')}</Button>
        </WriteGate>
      </Menu.Target>
      <Menu.Dropdown>
        {verbs.map((verb) => (
          <Menu.Item key={verb} onClick={() => onChoose(verb)}>
            {t(`purchases.verbs.${verb}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
