// The lines of an arrival: what was sent, what is open, what was counted; of a supplier's goods what was rejected and which batch.
import { Select, TextInput } from '@mantine/core'
import { defectText } from '#renderer/lib/defect-text.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { ToArrive } from '#shared/schemas/shipment-moves.ts'
import type { ArriveRow, ArriveValues } from './arrive-values.ts'
import { CountedLines } from './counted-lines.tsx'
import classes from './shipment-moves.module.css'

type LinesProps = {
  shipment: ToArrive
  values: ArriveValues
  set: (part: Partial<ArriveValues>) => void
  problems: Readonly<Record<string, string>>
}

export function ArriveLines({ shipment, values, set, problems }: LinesProps) {
  const { t } = useText()
  const change = (key: number, part: Partial<ArriveRow>) => {
    const before = values.rows[key]
    if (before) set({ rows: { ...values.rows, [key]: { ...before, ...part } } })
  }
  const onChange = (key: string, counted: string) => change(Number(key), { counted })
  const common = { asked: t('shipments.moves.counted'), onChange }
  if (shipment.kind === 'transfer') {
    return (
      <CountedLines
        {...common}
        heads={[t('shipments.moves.sentOut'), t('shipments.moves.open')]}
        lines={shipment.transit.map(({ movementId: key, batch, sent, open, ...words }) => ({
          ...{ ...words, key: String(key), of: batch, figures: [sent, open] },
          typed: values.rows[key]?.counted ?? '',
          problem: problems[`${key}.counted`],
        }))}
      />
    )
  }
  return (
    <CountedLines
      {...common}
      heads={[t('shipments.moves.inside'), t('shipments.moves.open')]}
      moreHead={t('shipments.moves.rejectedHead')}
      lines={shipment.purchases.map((line, index) => ({
        ...{ ...line, key: String(line.lineId), of: line.orderNumber, figures: [line.quantity, line.open] },
        typed: values.rows[line.lineId]?.counted ?? '',
        problem: problems[`${line.lineId}.counted`],
        more: <Beside {...{ shipment, line, values, problems, change }} number={index + 1} />,
      }))}
    />
  )
}

type BesideProps = Pick<LinesProps, 'shipment' | 'values' | 'problems'> & {
  line: ToArrive['purchases'][number]
  change: (key: number, part: Partial<ArriveRow>) => void
  number: number
}

function Beside({ shipment, line, values, problems, change, number }: BesideProps) {
  const { t } = useText()
  const row = values.rows[line.lineId]
  if (!row) return null
  const named = (field: string) => t('shipments.moves.of', { field, number })
  const problem = (field: string) => {
    const code = problems[`${line.lineId}.${field}`]
    return code && fieldMessage(t, code)
  }
  const put = (part: Partial<ArriveRow>) => change(line.lineId, part)
  return (
    <div className={classes.panelActions}>
      <DecimalInput
        w={80}
        aria-label={named(t('shipments.moves.rejected'))}
        placeholder={t('shipments.moves.rejected')}
        value={row.rejected}
        onChange={(rejected) => put({ rejected })}
        error={problem('rejected')}
      />
      {row.rejected.trim() === '' ? null : (
        <Select
          w={160}
          aria-label={named(t('shipments.moves.defect'))}
          data={shipment.defects.map((defect) => ({ value: defect.key, label: defectText(t, defect) }))}
          value={row.defect || null}
          onChange={(defect) => put({ defect: defect ?? '' })}
          error={problem('defect')}
        />
      )}
      {line.tracking === 'none' ? null : (
        <>
          <TextInput
            w={130}
            aria-label={named(t(`shipments.moves.${line.tracking === 'serial' ? 'serials' : 'batch'}`))}
            placeholder={t(`shipments.moves.${line.tracking === 'serial' ? 'serials' : 'batch'}`)}
            value={row.batch}
            onChange={(event) => put({ batch: event.currentTarget.value })}
            error={problem('batch')}
          />
          <DayInput
            aria-label={named(t('shipments.moves.expiresOn'))}
            value={row.expiresOn}
            onChange={(expiresOn) => put({ expiresOn })}
            error={problem('expiresOn')}
          />
        </>
      )}
    </div>
  )
}
