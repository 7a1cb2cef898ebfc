// Lines of a shipment with a figure each that is typed: what leaves, what came, what is back. Enter goes down.
import type { KeyboardEvent, ReactNode } from 'react'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import classes from './shipment-moves.module.css'

export type CountedLine = {
  key: string
  of: string
  sku: string
  name: string
  nameZh: string
  description?: string
  unit: string
  /** Figures beside it, in the order of `heads`. */
  figures: readonly (number | null)[]
  typed: string
  problem?: string | undefined
  isFixed?: boolean
  more?: ReactNode
}

type LinesProps = {
  heads: readonly string[]
  /** Over the figure that is typed. */
  asked: string
  /** Over what stands behind it; left out, there is nothing. */
  moreHead?: string
  lines: readonly CountedLine[]
  onChange: (key: string, typed: string) => void
}

export function CountedLines({ heads, asked, moreHead, lines, onChange }: LinesProps) {
  const { t } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('shipments.moves.product')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" data-numeric>
                {head}
              </th>
            ))}
            <th scope="col">{asked}</th>
            {moreHead === undefined ? null : <th scope="col">{moreHead}</th>}
          </tr>
        </thead>
        <tbody onKeyDown={goDown}>
          {lines.map((line, index) => (
            <Row key={line.key} {...{ line, asked, onChange, hasMore: moreHead !== undefined }} number={index + 1} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Pick<LinesProps, 'asked' | 'onChange'> & { line: CountedLine; number: number; hasMore: boolean }

function Row({ line, asked, onChange, number, hasMore }: RowProps) {
  const { t, format, language } = useText()
  return (
    <tr>
      <td className={classes.what}>
        {line.sku} <span className="q-quiet">{line.description || nameIn(language, line)}</span>
        {line.of === '' ? null : <span className="q-quiet"> · {line.of}</span>}
      </td>
      {line.figures.map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: figures stand in the order of the heads
        <td key={index} data-numeric>
          {figure === null ? '' : quantityText(format, figure, index === 0 ? line.unit : '')}
        </td>
      ))}
      <td>
        <DecimalInput
          w={110}
          aria-label={t('shipments.moves.of', { field: asked, number })}
          value={line.typed}
          onChange={(typed) => onChange(line.key, typed)}
          error={line.problem && fieldMessage(t, line.problem)}
          disabled={line.isFixed ?? false}
        />
      </td>
      {hasMore ? <td>{line.more}</td> : null}
    </tr>
  )
}

/** Enter goes on to the next line; the step is taken by its own key. */
function goDown(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const field = event.target
  if (event.key !== 'Enter' || !(field instanceof HTMLInputElement) || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const row = field.closest('tr')
  const at = [...(row?.children ?? [])].findIndex((cell) => cell.contains(field))
  row?.nextElementSibling?.children[at]?.querySelector('input')?.focus()
}
