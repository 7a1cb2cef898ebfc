// The lines of a purchase order to read: what was ordered, and how much of it came, was rejected and is still to come.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Purchase, PurchaseLine } from '#shared/schemas/purchases.ts'
import { LetGoDialog } from './let-go-dialog.tsx'
import { ProgressBar } from './progress-bar.tsx'
import classes from './purchases.module.css'

export function PurchaseLineTable({ purchase }: { purchase: Purchase }) {
  const { t, format } = useText()
  const [letGo, askLetGo] = useState<PurchaseLine | null>(null)
  const hasDiscount = purchase.lines.some((line) => line.discountPercent !== 0)
  const heads = ['quantity', 'received', 'rejected', 'open'] as const
  return (
    <section>
      <SectionTitle>{t('purchases.sections.lines')}</SectionTitle>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('purchases.fields.product')}</th>
              {heads.map((key) => (
                <th key={key} scope="col" data-numeric>
                  {t(`purchases.fields.${key}`)}
                </th>
              ))}
              <th scope="col">{t('purchases.lines.due')}</th>
              <th scope="col" data-numeric>
                {t('purchases.fields.unitPrice')}
              </th>
              {hasDiscount ? (
                <th scope="col" data-numeric>
                  {t('purchases.fields.discount')} %
                </th>
              ) : null}
              <th scope="col" data-numeric>
                {t('purchases.fields.amount')} {purchase.currency}
              </th>
            </tr>
          </thead>
          <tbody>
            {purchase.lines.map((line) => (
              <LineRow
                key={line.id}
                line={line}
                purchase={purchase}
                hasDiscount={hasDiscount}
                onLetGo={() => askLetGo(line)}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={hasDiscount ? 8 : 7}>
                {t('purchases.lines.total')}
              </th>
              <td data-numeric>{format.amount(purchase.total, purchase.currency)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {letGo ? <LetGoDialog purchase={purchase} line={letGo} onClose={() => askLetGo(null)} /> : null}
    </section>
  )
}

type LineRowProps = { line: PurchaseLine; purchase: Purchase; hasDiscount: boolean; onLetGo: () => void }

function LineRow({ line, purchase, hasDiscount, onLetGo }: LineRowProps) {
  const { t, format, language } = useText()
  const { currency } = purchase
  const figure = (value: number) => (value === 0 ? '' : format.number(value))
  return (
    <tr>
      <td className={classes.what}>
        {line.productId === null ? null : (
          <Link className="q-link" to="/products/$id" params={{ id: String(line.productId) }}>
            {line.sku}
          </Link>
        )}{' '}
        <span className="q-quiet">{line.description || nameIn(language, line)}</span>
        {line.supplierCode ? <span className="q-quiet"> · {line.supplierCode}</span> : null}
        {line.salesLine ? (
          <>
            {' · '}
            <Link className="q-link" to="/orders/$id" params={{ id: String(line.salesLine.orderId) }}>
              {line.salesLine.number}
            </Link>
          </>
        ) : null}
      </td>
      <td data-numeric>{quantityText(format, line.quantity, line.unit)}</td>
      <td data-numeric>
        {format.number(line.received)}
        <ProgressBar line={line} />
      </td>
      <td data-numeric>{figure(line.rejected)}</td>
      <td data-numeric>
        {figure(line.open)}
        {line.letGo > 0 ? (
          <p className={classes.hint}>
            {t('purchases.fields.letGo')}: {format.number(line.letGo)}
          </p>
        ) : null}
        {line.open > 0 && line.received > 0 ? (
          <WriteGate>
            <Button
              className={classes.letGo ?? ''}
              variant="subtle"
              size="compact-xs"
              aria-label={`${t('purchases.lines.letGoShort')}: ${line.sku || line.description}`}
              onClick={onLetGo}
            >
              {t('purchases.lines.letGoShort')}
            </Button>
          </WriteGate>
        ) : null}
      </td>
      <td className={classes.dueDay}>
        <DueDay line={line} />
      </td>
      <td data-numeric>{format.amount(line.unitPrice, currency)}</td>
      {hasDiscount ? <td data-numeric>{figure(line.discountPercent)}</td> : null}
      <td data-numeric>{format.amount(line.total, currency)}</td>
    </tr>
  )
}

function DueDay({ line }: { line: PurchaseLine }) {
  const { t } = useText()
  const today = useToday()
  const isLate = line.open > 0 && line.dueOn !== null && line.dueOn < today
  return (
    <>
      {line.dueOn ?? <span className="q-quiet">{t('common.notGiven')}</span>}
      {isLate ? (
        <div>
          <StatusBadge tone="bad">{t('purchases.late')}</StatusBadge>
        </div>
      ) : null}
    </>
  )
}
