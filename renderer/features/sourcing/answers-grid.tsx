// The answers to a request as a grid to write in: lines down, suppliers across. Enter goes down a supplier's column.
import { Button, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { moveDown } from '#renderer/ui/move-in-table.ts'
import { LeaveGuard } from '#renderer/ui/record-form/leave-guard.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { AnswerLine, QuoteRequest, RequestLine } from '#shared/schemas/quote-requests.ts'
import { AnswerLineCell } from './answer-line-cell.tsx'
import { GridRow, MoneyRows, TermRows } from './answer-terms.tsx'
import { LineName } from './request-goods.tsx'
import { AnswerStateBadge } from './request-status.tsx'
import classes from './sourcing.module.css'
import { type AnswerColumn, useAnswers } from './use-answers.ts'

export function AnswersGrid({ request }: { request: QuoteRequest }) {
  const { t } = useText()
  const { columns, isUnsaved } = useAnswers(request)
  const [isFull, setFull] = useState(() => request.answers.some(({ lines }) => lines.some(saysMore)))
  const body = useRef<HTMLTableSectionElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      columns[columnOf(target)]?.save()
    }
    const isPlain = target instanceof HTMLInputElement && target.getAttribute('role') === null
    if (event.key !== 'Enter' || !isPlain) return
    event.preventDefault()
    moveDown(body.current, target)
  }
  return (
    <section>
      <SectionTitle>{t('sourcing.requests.answers.title')}</SectionTitle>
      <p className="q-quiet">{t('sourcing.requests.answers.hint')}</p>
      <Checkbox
        className={classes.more}
        label={t('sourcing.requests.answers.more')}
        checked={isFull}
        onChange={(event) => setFull(event.currentTarget.checked)}
      />
      <ScrollRegion name={t('sourcing.requests.answers.label')} className={classes.frame ?? ''}>
        <table className={`${classes.table} ${classes.edit}`} aria-label={t('sourcing.requests.answers.title')}>
          <thead>
            <tr>
              <th scope="col">{t('sourcing.requests.compare.line')}</th>
              {columns.map((column) => (
                <th key={column.answer.id} scope="col">
                  <ColumnHead column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            <MoneyRows columns={columns} />
            {request.lines.map((line) => (
              <GridRow key={line.id} head={<GoodsHead line={line} />} columns={columns}>
                {(column) => <AnswerLineCell column={column} line={line} isFull={isFull} />}
              </GridRow>
            ))}
            <TermRows columns={columns} />
            <GridRow head="" columns={columns}>
              {(column) => <ColumnActions column={column} />}
            </GridRow>
          </tbody>
        </table>
      </ScrollRegion>
      <LeaveGuard isUnsaved={isUnsaved} />
    </section>
  )
}

/** Whether a line was answered in more than price and least quantity. */
function saysMore({ carton, supplierCode, leadTimeDays, note }: AnswerLine): boolean {
  return carton !== null || leadTimeDays !== null || supplierCode !== '' || note !== ''
}

/** Which supplier's column a field stands in. */
function columnOf(target: HTMLElement): number {
  const cell = target.closest('td')
  return cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) - 1 : -1
}

function ColumnHead({ column: { answer, name } }: { column: AnswerColumn }) {
  return (
    <span className={classes.sideHead}>
      <Link className="q-link" title={name} to="/suppliers/$id" params={{ id: String(answer.supplier.id) }}>
        {name}
      </Link>
      <AnswerStateBadge state={answer.state} />
    </span>
  )
}

function GoodsHead({ line }: { line: RequestLine }) {
  const { format } = useText()
  return (
    <>
      <LineName line={line} />
      <span className={classes.quiet}>{quantityText(format, line.quantity, line.unit)}</span>
    </>
  )
}

function ColumnActions({ column }: { column: AnswerColumn }) {
  const { t } = useText()
  const { answer, name: supplier, mayChange } = column
  if (!mayChange) return null
  return (
    <div className={classes.pair}>
      <WriteGate>
        <Button
          aria-label={t('sourcing.requests.answers.saveOf', { supplier })}
          loading={column.isSaving}
          onClick={column.save}
        >
          {t('sourcing.requests.answers.save')}
        </Button>
      </WriteGate>
      {Object.keys(column.errors).length > 0 ? (
        <span role="alert" className={classes.warn}>
          {t('sourcing.requests.answers.wrong')}
        </span>
      ) : null}
      {answer.state === 'asked' ? (
        <WriteGate>
          <Button
            variant="subtle"
            aria-label={t('sourcing.requests.answers.declineOf', { supplier })}
            onClick={column.decline}
          >
            {t('sourcing.requests.answers.decline')}
          </Button>
        </WriteGate>
      ) : null}
    </div>
  )
}
