// What became of many orders that were to be sent: how many left, and why each of the others did not.
import { Link } from '@tanstack/react-router'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import type { Failure } from '#shared/errors.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { DispatchedMany, DispatchOutcome } from '#shared/schemas/dispatch.ts'
import { Notice } from '../notice.tsx'
import plain from '../plain-table.module.css'
import { ScrollRegion } from '../scroll-region.tsx'
import classes from './mark-shipped.module.css'

const shown = 200

type Unsent = Extract<DispatchOutcome, { ok: false }>

export function SentOutcome({ done }: { done: DispatchedMany }) {
  const { t, format } = useText()
  const unsent = done.orders.filter((order): order is Unsent => !order.ok)
  const said = (count: number) => ({ count, formatted: format.number(count) })
  const more = unsent.length - shown
  return (
    <>
      {done.sent > 0 ? <Notice tone="good">{t('dispatch.many.sent', said(done.sent))}</Notice> : null}
      {done.warnings.slice(0, 5).map((warning) => (
        <Notice key={JSON.stringify(warning)} tone="warn">
          {errorMessage(t, warning)}
        </Notice>
      ))}
      {unsent.length === 0 ? null : (
        <>
          <p>{t('dispatch.many.failed', said(unsent.length))}</p>
          <ScrollRegion className={classes.scroll ?? ''} name={t('dispatch.many.failed', said(unsent.length))}>
            <UnsentTable unsent={unsent.slice(0, shown)} />
            {more > 0 ? <p className="q-quiet">{t('dispatch.many.more', said(more))}</p> : null}
          </ScrollRegion>
        </>
      )}
    </>
  )
}

function UnsentTable({ unsent }: { unsent: readonly Unsent[] }) {
  const { t } = useText()
  return (
    <table className={plain.table}>
      <thead>
        <tr>
          <th scope="col">{t('dispatch.many.order')}</th>
          <th scope="col">{t('dispatch.many.why')}</th>
        </tr>
      </thead>
      <tbody>
        {unsent.map(({ orderId, number, code, details }) => (
          <tr key={orderId}>
            <td className={classes.number}>
              <Link className="q-link" to="/orders/$id" params={{ id: String(orderId) }}>
                {number}
              </Link>
            </td>
            <td>{whyNot(t, { code, details } as Failure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of many orders a shortage is told shortly: product, what lies there, what is asked for. */
function whyNot(t: Translate, failure: Failure): string {
  if (failure.code !== 'stock/insufficient') return errorMessage(t, failure)
  const { product, onHand, asked, unit } = failure.details
  return t('dispatch.many.short', {
    ...{ product: String(product), unit: String(unit ?? '') },
    ...{ onHand: String(onHand), asked: String(asked) },
  })
}
