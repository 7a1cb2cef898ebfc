// The parcels of a shipment to read: how many, how large and heavy, under which number, and where each is.
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Parcel, Shipment } from '#shared/schemas/shipments.ts'
import { StateBadge } from './shipment-status.tsx'
import classes from './shipments.module.css'

export function ParcelTable({ shipment: { parcels } }: { shipment: Shipment }) {
  const { t } = useText()
  if (parcels.length === 0) return null
  const hasSizes = parcels.some(({ lengthMm }) => lengthMm !== null)
  return (
    <section className={classes.section}>
      <SectionTitle>{t('shipments.sections.parcels')}</SectionTitle>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('shipments.fields.parcel')}</th>
              <th scope="col">{t('shipments.fields.trackingNumber')}</th>
              {hasSizes ? <th scope="col">{t('shipments.fields.size')} cm</th> : null}
              <th scope="col" data-numeric>
                {t('shipments.fields.gross')}
              </th>
              <th scope="col">{t('shipments.fields.state')}</th>
            </tr>
          </thead>
          <tbody>
            {parcels.map((parcel) => (
              <ParcelRow key={parcel.id} parcel={parcel} hasSizes={hasSizes} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function ParcelRow({ parcel, hasSizes }: { parcel: Parcel; hasSizes: boolean }) {
  const { t, format, language } = useText()
  const { pieces, trackingNumber, grossGrams, state, stateOn, carrier, toldOn } = parcel
  return (
    <tr>
      <td className={classes.what}>
        {t(`shipments.packagings.${parcel.packaging}`)}
        {pieces > 1 ? ` ${t('shipments.parcels.pieces', { formatted: format.number(pieces) })}` : ''}
        {parcel.marks ? <span className="q-quiet"> · {parcel.marks}</span> : null}
      </td>
      <td className={classes.number}>
        {trackingNumber || <span className="q-quiet">{t('shipments.noNumber')}</span>}
        {carrier ? <span className="q-quiet"> · {nameIn(language, carrier)}</span> : null}
        {toldOn ? <p className={classes.hint}>{t('shipments.parcels.told', { day: toldOn })}</p> : null}
      </td>
      {hasSizes ? <td className={classes.size}>{sizeText(parcel, (value) => format.number(value))}</td> : null}
      <td data-numeric>{grossGrams === null ? '' : format.kg(grossGrams)}</td>
      <td>
        {state === '' ? null : (
          <>
            <StateBadge state={state} /> <span className="q-quiet">{stateOn}</span>
          </>
        )}
      </td>
    </tr>
  )
}

/** `40 × 30 × 25`, in centimetres; empty where one of them is not known. */
function sizeText({ lengthMm, widthMm, heightMm }: Parcel, number: (value: number) => string): string {
  if (lengthMm === null || widthMm === null || heightMm === null) return ''
  return [lengthMm, widthMm, heightMm].map((mm) => number(mm / 10)).join(' × ')
}
