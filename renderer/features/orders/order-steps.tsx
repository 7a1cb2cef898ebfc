// What can be done with an order now: the next step as the one primary button, the rest beside it.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { focusNextStep, useNextStep } from '#renderer/ui/next-step.ts'
import { PaperMenu } from '#renderer/ui/paper-menu.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Order, OrderVerb } from '#shared/schemas/orders.ts'
import { OrderStepDialog, type StepVerb } from './order-step-dialog.tsx'

type Step = Exclude<OrderVerb, 'edit'>

/** The step that comes next by how the order stands: the first of these that may be done. */
const nextSteps: readonly Step[] = ['resume', 'confirm', 'dispatch', 'deliver', 'close', 'reopen']
const rare: readonly Step[] = ['hold', 'credit', 'close', 'reopen', 'cancel']

/** Steps that have a page of their own. */
const pages = { dispatch: '/orders/$id/dispatch', credit: '/orders/$id/credit' } as const

export function OrderSteps({ order }: { order: Order }) {
  const { t } = useText()
  const [asked, ask] = useState<StepVerb | null>(null)
  const verbs = stepsOf(order)
  const next = nextSteps.find((verb) => verbs.includes(verb))
  const ids = { ids: [order.id] }
  const close = () => {
    ask(null)
    focusNextStep()
  }
  const isOver = ['closed', 'cancelled', 'draft'].includes(order.status) || order.isHistory
  return (
    <>
      {isOver ? (
        <ArchiveButton
          archived={order.archived}
          archive={() => client.orders.archive.mutate(ids)}
          unarchive={() => client.orders.unarchive.mutate(ids)}
        />
      ) : null}
      <PaperMenu record={{ kind: 'order', id: order.id }} isCredit={order.document === 'credit'} />
      <RareSteps order={order} verbs={rare.filter((verb) => verb !== next && verbs.includes(verb))} onChoose={ask} />
      {verbs.includes('edit') ? (
        <WriteGate>
          <LinkButton to="/orders/$id/edit" params={{ id: String(order.id) }}>
            {t('common.edit')}
          </LinkButton>
        </WriteGate>
      ) : null}
      {next ? <NextStep order={order} verb={next} isAsking={asked !== null} onAsk={ask} /> : null}
      {asked ? <OrderStepDialog order={order} verb={asked} onClose={close} /> : null}
    </>
  )
}

/** Of what may be done, what makes sense here: the past is put right, not worked through. */
function stepsOf({ verbs, isHistory, shippingState }: Order): readonly OrderVerb[] {
  if (isHistory) return verbs.filter((verb) => verb === 'edit' || verb === 'credit' || verb === 'cancel')
  return verbs.filter((verb) => verb !== 'dispatch' || shippingState === 'open' || shippingState === 'part')
}

type NextProps = { order: Order; verb: Step; isAsking: boolean; onAsk: (verb: StepVerb) => void }

function NextStep({ order, verb, isAsking, onAsk }: NextProps) {
  const { t } = useText()
  const shown = isAsking ? '' : verb
  const link = useNextStep<HTMLAnchorElement>(shown)
  const button = useNextStep<HTMLButtonElement>(shown)
  const params = { id: String(order.id) }
  return (
    <WriteGate>
      {isPage(verb) ? (
        <LinkButton ref={link} variant="filled" to={pages[verb]} params={params}>
          {t(`orders.verbs.${verb}`)}
        </LinkButton>
      ) : (
        <Button ref={button} variant="filled" onClick={() => isStep(verb) && onAsk(verb)}>
          {t(`orders.verbs.${verb}`)}
        </Button>
      )}
    </WriteGate>
  )
}

function isPage(verb: Step): verb is keyof typeof pages {
  return verb in pages
}

function isStep(verb: Step): verb is StepVerb {
  return !isPage(verb)
}

type RareProps = { order: Order; verbs: readonly Step[]; onChoose: (verb: StepVerb) => void }

function RareSteps({ order, verbs, onChoose }: RareProps) {
  const { t } = useText()
  if (verbs.length === 0) return null
  const params = { id: String(order.id) }
  return (
    <Menu>
      <Menu.Target>
        <WriteGate>
          <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{t('orders.verbs.more')}</Button>
        </WriteGate>
      </Menu.Target>
      <Menu.Dropdown>
        {verbs.map((verb) =>
          isPage(verb) ? (
            <Menu.Item key={verb} component={Link} to={pages[verb]} params={params as never}>
              {t(`orders.verbs.${verb}`)}
            </Menu.Item>
          ) : (
            <Menu.Item key={verb} onClick={() => isStep(verb) && onChoose(verb)}>
              {t(`orders.verbs.${verb}`)}
            </Menu.Item>
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
