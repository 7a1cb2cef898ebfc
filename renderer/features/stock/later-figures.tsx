// Which later figures a back-dated posting changes, before it is posted.
import { Button, Group, Modal, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { StockPreview } from '#shared/schemas/stock-documents.ts'
import classes from './stock.module.css'

type Question = { preview: StockPreview; answer: (isYes: boolean) => void }

/** `ask` shows the figures and waits for the answer; the dialog stands where it is put. */
export function useLaterFigures() {
  const [question, setQuestion] = useState<Question | null>(null)
  const latest = useRef(question)
  latest.current = question
  const ask = (preview: StockPreview) =>
    new Promise<boolean>((resolve) => setQuestion({ preview, answer: (isYes) => resolve(isYes) }))
  const answer = (isYes: boolean) => {
    latest.current?.answer(isYes)
    setQuestion(null)
  }
  return { ask, dialog: question ? <LaterFigures preview={question.preview} onAnswer={answer} /> : null }
}

function LaterFigures({ preview, onAnswer }: { preview: StockPreview; onAnswer: (isYes: boolean) => void }) {
  const { t } = useText()
  return (
    <Modal opened onClose={() => onAnswer(false)} title={t('stock.later.title')} size="lg">
      <Text className={classes.dialogText ?? ''}>{t('stock.later.text')}</Text>
      <LaterFigureTables preview={preview} />
      <Group justify="flex-end" mt="md" gap="sm">
        <Button onClick={() => onAnswer(false)}>{t('stock.later.no')}</Button>
        <Button variant="filled" onClick={() => onAnswer(true)} data-autofocus>
          {t('stock.later.yes')}
        </Button>
      </Group>
    </Modal>
  )
}

export function LaterFigureTables({ preview }: { preview: StockPreview }) {
  const { t, format } = useText()
  const { stockValue, baseCurrency } = preview
  const value = (amount: string | null) => (amount === null ? t('common.noData') : format.money(amount, baseCurrency))
  return (
    <ScrollRegion name={t('stock.later.title')}>
      {preview.warnings.map((warning) => (
        <Notice key={JSON.stringify(warning)} tone="warn">
          {errorMessage(t, warning)}
        </Notice>
      ))}
      <BalanceTable preview={preview} />
      <CostTable preview={preview} />
      <Facts
        title={t('stock.later.value')}
        facts={[
          { label: t('stock.later.before'), value: value(stockValue.before) },
          { label: t('stock.later.after'), value: value(stockValue.after) },
        ]}
      />
    </ScrollRegion>
  )
}

function BalanceTable({ preview }: { preview: StockPreview }) {
  const { t, format } = useText()
  const { balances, balanceCount } = preview
  if (balances.length === 0) return null
  return (
    <section>
      <SectionTitle>{t('stock.later.balances')}</SectionTitle>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('stock.fields.on'),
            t('stock.fields.product'),
            t('stock.fields.place'),
            { numeric: t('stock.later.before') },
            { numeric: t('stock.later.after') },
          ]}
        />
        <tbody>
          {balances.map((row) => (
            <tr key={`${row.productId} ${row.warehouseId} ${row.on}`}>
              <td className={classes.day}>{row.on}</td>
              <td>{row.sku}</td>
              <td>{placeName(t, { id: row.warehouseId, name: row.warehouse })}</td>
              <td data-numeric>{format.number(row.before)}</td>
              <td data-numeric>{quantityText(format, row.after, row.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest shown={balances.length} all={balanceCount} />
    </section>
  )
}

function CostTable({ preview }: { preview: StockPreview }) {
  const { t, format } = useText()
  const { costs, costCount, baseCurrency } = preview
  if (costs.length === 0) return null
  const money = (amount: string | null) => (amount === null ? t('common.noData') : format.amount(amount, baseCurrency))
  return (
    <section>
      <SectionTitle>{t('stock.later.costs', { currency: baseCurrency })}</SectionTitle>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('stock.fields.on'),
            t('stock.fields.document'),
            t('stock.fields.product'),
            { numeric: t('stock.later.before') },
            { numeric: t('stock.later.after') },
          ]}
        />
        <tbody>
          {costs.map((row) => (
            <tr key={row.movementId}>
              <td className={classes.day}>{row.on}</td>
              <td>{row.documentNumber}</td>
              <td>{row.sku}</td>
              <td data-numeric>{money(row.before)}</td>
              <td data-numeric>{money(row.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest shown={costs.length} all={costCount} />
    </section>
  )
}

function Rest({ shown, all }: { shown: number; all: number }) {
  const { t, format } = useText()
  const count = all - shown
  return count > 0 ? (
    <p className={classes.more}>{t('stock.more', { count, formatted: format.number(count) })}</p>
  ) : null
}
