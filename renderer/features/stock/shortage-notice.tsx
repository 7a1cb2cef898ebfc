// What is missing, told in full: product, place, day, on hand, reserved, asked, and the movements it comes from.
import { failureOf } from '#renderer/lib/call-failure.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import classes from './stock.module.css'

export function isShortage(error: unknown): boolean {
  return error !== null && error !== undefined && failureOf(error).code === 'stock/insufficient'
}

export function ShortageNotice({ error }: { error: unknown }) {
  const { t, format } = useText()
  if (!isShortage(error)) return null
  const { details } = failureOf(error)
  const amount = (value: unknown) => quantityText(format, Number(value ?? 0), String(details.unit ?? ''))
  const movements = Array.isArray(details.movements) ? details.movements.map(String) : []
  const place = placeName(t, { id: Number(details.placeId), name: String(details.place ?? '') })
  return (
    <Notice tone="bad" title={t('stock.shortage.title')} className={classes.shortage ?? ''}>
      <Facts
        facts={[
          { label: t('stock.fields.product'), value: String(details.product ?? '') },
          { label: t('stock.fields.place'), value: place },
          { label: t('stock.fields.on'), value: String(details.day ?? '') },
          { label: t('stock.figures.onHand'), value: amount(details.onHand) },
          { label: t('stock.figures.reserved'), value: amount(details.reserved) },
          { label: t('stock.shortage.asked'), value: amount(details.asked) },
        ]}
      />
      {movements.length > 0 ? (
        <>
          <p>{t('stock.shortage.movements')}</p>
          <ul>
            {movements.map((movement) => (
              <li key={movement}>{movement}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  )
}
