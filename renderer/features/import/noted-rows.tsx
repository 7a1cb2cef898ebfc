// Rows that are taken although something about them is odd: said once for each kind of oddness, with the first lines.
import type { Format } from '#renderer/lib/format.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { FileReport, ImportReport } from '#shared/schemas/imports.ts'
import classes from './missing-references.module.css'

/** Said with the channel that it came from. */
const ofChannel = 'unknown-sku'

type Noted = FileReport['noted'][number]

export function NotedRows({ report }: { report: ImportReport }) {
  const { t, format } = useText()
  const noted = report.files.flatMap(({ file, name, noted: of }) =>
    of.filter(({ said }) => said !== ofChannel).map((one) => ({ file, name, one })),
  )
  if (noted.length === 0) return null
  return (
    <Notice tone="info" title={t('import.noted.title')}>
      <ul className={classes.list}>
        {noted.map(({ file, name, one }) => (
          <li key={`${file} ${one.said} ${one.column}`}>
            {saidInWords(t, one.said)} · {t('import.noted.where', { file: name, column: one.column })} ·{' '}
            {linesInWords(t, format, one)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const known = [
  'due-before-ordered',
  'no-order-day',
  'no-supplier',
  'received-before-ordered',
  'told-on-no-line',
  'unknown-person',
  'unknown-sku',
  'no-price',
  'unknown-status',
  'total-differs',
  'rest-of-total',
  'discount-not-spread',
] as const

function saidInWords(t: Translate, said: string): string {
  const key = known.find((one) => one === said && one in english.import.noted)
  return key ? t(`import.noted.${key}`) : said
}

const linesNamed = 7

function linesInWords(t: Translate, format: Format, { count, lines }: Noted): string {
  const named = lines.slice(0, linesNamed).map((line) => format.number(line))
  const shown = count > linesNamed ? t('import.noted.more', { lines: named.join(', ') }) : format.list(named)
  return t('import.noted.rows', { count, formatted: format.number(count), lines: shown })
}
