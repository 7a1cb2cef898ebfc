// The papers made of a record, and those that can be made of it.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { papersMadeOf, recordText } from '#renderer/lib/paper-links.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { PaperStatusBadge } from './paper-status.tsx'
import classes from './papers.module.css'

export function PapersPanel({ record }: PanelProps) {
  const { t } = useText()
  const query = useQuery(trpc.papers.ofRecord.queryOptions(record))
  return (
    <>
      <QueryState query={query}>
        {(papers) =>
          papers.length === 0 ? (
            <p className="q-quiet">{t('papers.panel.empty')}</p>
          ) : (
            <ul className={classes.list}>
              {papers.map((paper) => (
                <li key={paper.id}>
                  <Link to="/papers/$id" params={{ id: String(paper.id) }} className="q-link">
                    {paper.number}
                  </Link>
                  <PaperStatusBadge status={paper.status} />
                  <span className={classes.detail}>
                    {t(`papers.kinds.${paper.kind}`)} · {paper.issuedOn} · {t(`papers.languages.${paper.language}`)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      <div className={classes.actions}>
        {papersMadeOf(record.kind).map((kind) => (
          <LinkButton key={kind} to="/papers/new" search={{ kind, record: recordText(record) }}>
            {t(`papers.make.${kind}`)}
          </LinkButton>
        ))}
      </div>
    </>
  )
}
