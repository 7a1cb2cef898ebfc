// What a request asks for and whom, while it is a draft.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { QuoteRequest, RequestLine } from '#shared/schemas/quote-requests.ts'
import classes from './sourcing.module.css'

export function RequestGoods({ request }: { request: QuoteRequest }) {
  const { t, format, language } = useText()
  return (
    <>
      <section>
        <SectionTitle>{t('sourcing.requests.goods')}</SectionTitle>
        <table className={classes.table} aria-label={t('sourcing.requests.goods')}>
          <tbody>
            {request.lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <LineName line={line} />
                </th>
                <td data-numeric>{quantityText(format, line.quantity, line.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <SectionTitle>{t('sourcing.requests.sections.suppliers')}</SectionTitle>
        {request.answers.length === 0 ? (
          <p className="q-quiet">{t('sourcing.requests.answers.nobody')}</p>
        ) : (
          <ul className={classes.asked}>
            {request.answers.map(({ id, supplier }) => (
              <li key={id}>
                <Link className="q-link" to="/suppliers/$id" params={{ id: String(supplier.id) }}>
                  {nameIn(language, supplier)}
                </Link>
              </li>
            ))}
          </ul>
        )}
        <p className="q-quiet">{t('sourcing.requests.answers.notSent')}</p>
      </section>
    </>
  )
}

/** What a line of a request is called where there is room for one word. */
export function lineWord(line: RequestLine): string {
  return line.sku || line.description
}

export function LineName({ line }: { line: RequestLine }) {
  const { language } = useText()
  const name = line.description || nameIn(language, line)
  if (line.productId === null) return <>{name}</>
  return (
    <>
      <Link className="q-link" to="/products/$id" params={{ id: String(line.productId) }}>
        {line.sku}
      </Link>
      <span className={classes.quiet}>{name}</span>
    </>
  )
}
