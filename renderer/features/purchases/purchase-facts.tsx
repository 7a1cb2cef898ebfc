// What is known of a purchase order as a whole: who, when, under which terms, and what it comes to.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import type { english } from '#shared/i18n/english.ts'
import type { Purchase } from '#shared/schemas/purchases.ts'

export function PurchaseFacts({ purchase }: { purchase: Purchase }) {
  const { t } = useText()
  return (
    <>
      {purchase.isHistory ? <Notice>{t('purchases.historyText')}</Notice> : null}
      {purchase.hasReceiptDays ? null : <Notice>{t('purchases.noReceiptDays')}</Notice>}
      {purchase.hasQuantities ? null : <Notice>{t('purchases.noQuantities')}</Notice>}
      <HeadFacts purchase={purchase} />
      <MoneyFacts purchase={purchase} />
    </>
  )
}

function HeadFacts({ purchase }: { purchase: Purchase }) {
  const { t, format, language } = useText()
  const name = (key: keyof typeof english.purchases.fields) => t(`purchases.fields.${key}`)
  const { supplier, warehouse, request } = purchase
  return (
    <Facts
      facts={[
        {
          label: name('supplier'),
          value: supplier && (
            <Link className="q-link" to="/suppliers/$id" params={{ id: String(supplier.id) }}>
              {nameIn(language, supplier)}
            </Link>
          ),
        },
        { label: name('orderedOn'), value: purchase.orderedOn },
        { label: name('promisedOn'), value: purchase.promisedOn },
        { label: name('sentOn'), value: purchase.sentOn, optional: true },
        { label: name('confirmedOn'), value: purchase.confirmedOn, optional: true },
        { label: name('closedOn'), value: purchase.closedOn, optional: true },
        { label: name('cancelReason'), value: purchase.cancelReason, optional: true },
        { label: name('warehouse'), value: warehouse && placeName(t, warehouse), optional: true },
        {
          label: name('answer'),
          value: request && (
            <Link className="q-link" to="/requests/$id" params={{ id: String(request.requestId) }}>
              {request.number}
            </Link>
          ),
          optional: true,
        },
        {
          label: name('incoterm'),
          value: [purchase.incoterm, purchase.place].filter(Boolean).join(' '),
          optional: true,
        },
        { label: name('mode'), value: purchase.mode && t(`purchases.modes.${purchase.mode}`), optional: true },
        { label: name('country'), value: format.country(purchase.country), optional: true },
        { label: name('reference'), value: purchase.reference, optional: true },
        {
          label: name('channel'),
          value: [purchase.channel, purchase.externalId].filter(Boolean).join(' · '),
          optional: true,
        },
        { label: name('note'), value: purchase.note, optional: true },
      ]}
    />
  )
}

function MoneyFacts({ purchase }: { purchase: Purchase }) {
  const { t, format } = useText()
  const { money, currency, baseCurrency } = purchase
  const amount = (value: string) => format.money(value, currency)
  const hasVat = purchase.vatPercent > 0
  const hasTerms = purchase.depositPercent > 0 || purchase.dueDays > 0
  const from = t(`purchases.dueFroms.${purchase.dueFrom}`)
  const terms = [
    purchase.depositPercent > 0 ? `${t('purchases.fields.deposit')} ${format.percent(purchase.depositPercent)}` : '',
    t('purchases.termsDue', { count: purchase.dueDays, days: format.number(purchase.dueDays), from }),
  ]
  const isZero = (text: string) => Number(text) === 0
  return (
    <Facts
      title={t('purchases.sections.amounts')}
      facts={[
        { label: t('purchases.money.goods'), value: amount(money.goods) },
        {
          label: t('purchases.money.freight'),
          value: isZero(money.freight) ? '' : amount(money.freight),
          optional: true,
        },
        { label: t('purchases.money.net'), value: hasVat ? amount(money.net) : '', optional: true },
        {
          label: t('purchases.money.vat'),
          value: hasVat ? `${amount(money.vat)} · ${format.percent(purchase.vatPercent)}` : '',
          optional: true,
        },
        { label: t('purchases.money.gross'), value: <strong>{amount(money.gross)}</strong> },
        {
          label: t('orders.fields.baseTotal', { currency: baseCurrency }),
          value: currency === baseCurrency ? '' : <BaseTotal purchase={purchase} />,
          optional: true,
        },
        {
          label: t('purchases.sections.terms'),
          value: hasTerms ? terms.filter(Boolean).join(' · ') : '',
          optional: true,
        },
      ]}
    />
  )
}

/** The total in base currency explains the rate it came by. */
function BaseTotal({ purchase }: { purchase: Purchase }) {
  const { t, format } = useText()
  const { currency: from, baseCurrency: to, baseTotal, rate, rateOn } = purchase
  return (
    <ExplainedFigure
      title={t('orders.fields.baseTotal', { currency: to })}
      formula={`${t('purchases.fields.amount')} × ${t('purchases.fields.rate')}`}
      inputs={[
        { label: t('purchases.fields.total'), value: format.money(purchase.total, from) },
        { label: t('orders.fields.rateOf', { from, to }), value: rate && format.number(rate) },
        { label: t('purchases.fields.rateOn'), value: rateOn },
      ]}
      footnote={baseTotal === null ? t('purchases.rate.missing', { from, to }) : undefined}
    >
      {baseTotal === null ? t('purchases.rate.none') : format.money(baseTotal, to)}
    </ExplainedFigure>
  )
}
