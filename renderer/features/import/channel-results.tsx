// What came of the orders of shops and marketplaces: how many, what has left, what could not, and which SKUs nobody knows.
import { Link } from '@tanstack/react-router'
import { errorMessage } from '#renderer/lib/error-message.ts'
import type { Format } from '#renderer/lib/format.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { Translate } from '#shared/i18n/translate.ts'
import type { ChannelResult, ImportReport } from '#shared/schemas/imports.ts'
import classes from './missing-references.module.css'

type ResultsProps = { report: ImportReport; isDone?: boolean }

export function ChannelResults({ report, isDone = false }: ResultsProps) {
  return report.channels
    .filter(saysSomething)
    .map((result) => <Result key={result.channel} result={result} isDone={isDone} />)
}

const counted = ['orders', 'history', 'credits', 'dispatched', 'sentByChannel', 'keptByHand'] as const

function saysSomething(result: ChannelResult): boolean {
  return result.unsentCount + result.unknownSkus > 0 || counted.some((key) => result[key] > 0)
}

function Result({ result, isDone }: { result: ChannelResult; isDone: boolean }) {
  const { t, format } = useText()
  const { channel, unsent, unsentCount, unknownSkus } = result
  const isAmiss = unsentCount + unknownSkus > 0
  return (
    <Notice tone={isAmiss ? 'warn' : 'info'} title={t('import.channels.title', { channel })}>
      <p>{countsInWords(t, format, result)}</p>
      {unknownSkus > 0 ? (
        <p>
          {t('import.channels.unknown', { count: unknownSkus, formatted: format.number(unknownSkus) })}{' '}
          {isDone ? (
            <Link className="q-link" to="/channels" search={{ tab: 'unknown', channel }}>
              {t('import.channels.map')}
            </Link>
          ) : null}
        </p>
      ) : null}
      {unsentCount > 0 ? (
        <>
          <p>{t('import.channels.unsent', { count: unsentCount, formatted: format.number(unsentCount) })}</p>
          <ul className={classes.list}>
            {unsent.slice(0, mostNamed).map(({ orderId, number, code, details }) => (
              <li key={orderId}>
                {isDone ? (
                  <Link className="q-link" to="/orders/$id" params={{ id: String(orderId) }}>
                    {number}
                  </Link>
                ) : (
                  number
                )}
                : {errorMessage(t, { code, details })}
              </li>
            ))}
            {unsentCount > mostNamed ? (
              <li>{t('import.channels.more', { formatted: format.number(unsentCount - mostNamed) })}</li>
            ) : null}
          </ul>
        </>
      ) : null}
    </Notice>
  )
}

const mostNamed = 8

function countsInWords(t: Translate, format: Format, result: ChannelResult): string {
  const said = counted.flatMap((key) => {
    const count = result[key]
    return count === 0 ? [] : [t(`import.channels.${key}`, { count, formatted: format.number(count) })]
  })
  return said.join(' · ')
}
