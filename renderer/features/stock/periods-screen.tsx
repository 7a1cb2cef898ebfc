// How stock is valued, what has no cost yet, and which periods are closed.
import { Button, Modal, SegmentedControl, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { addDays, asDay, isDay } from '#shared/dates.ts'
import { type CostMethodName, type CostSettings, costMethods, type PeriodClosing } from '#shared/schemas/costing.ts'
import classes from './stock.module.css'
import { UncostedSection } from './uncosted-section.tsx'

export function PeriodsScreen() {
  const { t } = useText()
  const query = useQuery(trpc.costing.settings.queryOptions())
  return (
    <Page title={t('stock.periods.title')} subtitle={t('stock.periods.subtitle')}>
      <QueryState query={query}>
        {(settings) => (
          <div className={classes.main}>
            <MethodSection settings={settings} />
            <ClosingsSection settings={settings} />
            <UncostedSection baseCurrency={settings.baseCurrency} />
          </div>
        )}
      </QueryState>
    </Page>
  )
}

/** Another method values all stock anew, but for what is closed: asked before, undone with one click. */
function MethodSection({ settings }: { settings: CostSettings }) {
  const text = useText()
  const { t } = text
  const [wanted, want] = useState<CostMethodName | null>(null)
  const changing = useMutation({
    mutationFn: (method: CostMethodName) => client.costing.setMethod.mutate({ method }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('stock.periods.methodChanged'), operationId),
    onError: (error) => sayError(t, error),
    onSettled: () => want(null),
  })
  return (
    <section>
      <SectionTitle>{t('stock.periods.method')}</SectionTitle>
      <div className={classes.tools}>
        <WriteGate>
          <SegmentedControl
            aria-label={t('stock.periods.method')}
            data={costMethods.map((value) => ({ value, label: t(`stock.periods.methods.${value}`) }))}
            value={settings.method}
            onChange={(method) => want(method as CostMethodName)}
          />
        </WriteGate>
        <span className={classes.muted}>{t(`stock.periods.methodTexts.${settings.method}`)}</span>
      </div>
      {wanted ? (
        <Modal
          opened
          onClose={() => want(null)}
          title={t('stock.periods.methodAsk', { method: t(`stock.periods.methods.${wanted}`) })}
        >
          <Text className={classes.dialogText ?? ''}>{t('stock.periods.methodAskText')}</Text>
          <div className={classes.tools}>
            <Button variant="filled" onClick={() => changing.mutate(wanted)} loading={changing.isPending}>
              {t('stock.periods.methodYes')}
            </Button>
            <Button onClick={() => want(null)}>{t('common.cancel')}</Button>
          </div>
        </Modal>
      ) : null}
    </section>
  )
}

function ClosingsSection({ settings }: { settings: CostSettings }) {
  const { t } = useText()
  const [isClosing, close] = useDisclosure(false)
  const query = useQuery(trpc.costing.closings.queryOptions())
  return (
    <section>
      <SectionTitle>{t('stock.periods.closings')}</SectionTitle>
      <p className={classes.dialogText}>
        {settings.closedThrough === null
          ? t('stock.periods.nothingClosed')
          : t('stock.periods.closedThrough', { day: settings.closedThrough })}
      </p>
      <QueryState query={query}>
        {(closings) =>
          closings.length === 0 ? null : <ClosingTable closings={closings} base={settings.baseCurrency} />
        }
      </QueryState>
      <div className={classes.more}>
        <WriteGate>
          <Button onClick={close.open}>{t('stock.periods.close')}</Button>
        </WriteGate>
      </div>
      {isClosing ? <CloseDialog onClose={close.close} /> : null}
    </section>
  )
}

function ClosingTable({ closings, base }: { closings: readonly PeriodClosing[]; base: string }) {
  const { t } = useText()
  return (
    <ScrollRegion name={t('stock.periods.closings')}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('stock.periods.through'),
            { numeric: t('stock.periods.stockValue', { currency: base }) },
            { numeric: t('stock.periods.revalued', { currency: base }) },
            t('stock.periods.closedBy'),
            t('stock.fields.note'),
            '',
          ]}
        />
        <tbody>
          {closings.map((closing) => (
            <Closing key={closing.id} closing={closing} base={base} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Closing({ closing, base }: { closing: PeriodClosing; base: string }) {
  const text = useText()
  const { t, format } = text
  const reopening = useMutation({
    mutationFn: () => client.costing.reopenPeriod.mutate({ id: closing.id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('stock.periods.reopened'), operationId),
    onError: (error) => sayError(t, error),
  })
  const by = [closing.person, closing.closedAt === null ? '' : format.instant(closing.closedAt)]
  return (
    <tr>
      <td className={classes.day}>{closing.through}</td>
      <td data-numeric>
        <ExplainedFigure
          title={t('stock.periods.stockValue', { currency: base })}
          formula={t('stock.formulas.closingValue')}
          inputs={[
            { label: t('stock.fields.on'), value: closing.through },
            { label: t('stock.fields.uncosted'), value: format.number(closing.uncosted) },
          ]}
        >
          {format.amount(closing.stockValue, base)}
        </ExplainedFigure>
      </td>
      <td data-numeric>
        <ExplainedFigure
          title={t('stock.periods.revalued', { currency: base })}
          formula={t('stock.formulas.revalued')}
          inputs={[{ label: t('stock.periods.through'), value: closing.through }]}
        >
          {format.amount(closing.revalued, base)}
        </ExplainedFigure>
      </td>
      <td>{by.filter(Boolean).join(' · ')}</td>
      <td className={classes.wide}>{closing.note}</td>
      <td>
        {closing.canReopen ? (
          <WriteGate>
            <Button size="compact-xs" variant="subtle" onClick={() => reopening.mutate()} loading={reopening.isPending}>
              {t('stock.periods.reopen')}
            </Button>
          </WriteGate>
        ) : null}
      </td>
    </tr>
  )
}

function CloseDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const [through, setThrough] = useState<string>(addDays(asDay(`${today.slice(0, 7)}-01`), -1))
  const [note, setNote] = useState('')
  const day = typedDay(through)
  const closing = useMutation({
    mutationFn: () => client.costing.closePeriod.mutate({ through: asDay(day), note }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('stock.periods.closed', { day }), operationId)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('stock.periods.close')}
      action={t('stock.periods.closeYes')}
      error={closing.error}
      isPending={closing.isPending}
      onSubmit={() => isDay(day) && closing.mutate()}
      onClose={onClose}
    >
      <p>{t('stock.periods.closeText')}</p>
      <DayInput
        label={t('stock.periods.through')}
        required
        value={through}
        onChange={setThrough}
        error={isDay(day) ? undefined : t('fields.errors.day')}
        data-autofocus
      />
      <Textarea
        label={t('stock.fields.note')}
        autosize
        minRows={1}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
