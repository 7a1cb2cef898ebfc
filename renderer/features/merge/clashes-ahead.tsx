// Clashes that the merge would bring, by kind; each kind opens its list.
import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ClashRecords } from '#renderer/ui/clashes/clash-records.tsx'
import { clashSentence, mendingInWords } from '#renderer/ui/clashes/clash-words.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { ClashRuleId } from '#shared/schemas/clashes.ts'
import type { MergeReport } from '#shared/schemas/merge.ts'
import classes from './clashes-ahead.module.css'
import { counted } from './merge-words.ts'

type ClashesAheadProps = { look: string; counts: MergeReport['clashes'] }

export function ClashesAhead({ look, counts }: ClashesAheadProps) {
  return (
    <ul className={classes.list}>
      {counts.map(({ rule, count }) => (
        <RuleItem key={rule} look={look} rule={rule} count={count} />
      ))}
    </ul>
  )
}

function RuleItem({ look, rule, count }: { look: string; rule: ClashRuleId; count: number }) {
  const { t, format } = useText()
  const [isOpen, setOpen] = useState(false)
  const bodyId = useId()
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li className={classes.rule}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={14} stroke={1.5} aria-hidden />
        <span>{t(`clashes.rules.${rule}.title`)}</span>
        <span className={classes.count}>{format.number(count)}</span>
      </button>
      <div id={bodyId}>{isOpen ? <RuleBody look={look} rule={rule} /> : null}</div>
    </li>
  )
}

const pageSize = 20

function RuleBody({ look, rule }: { look: string; rule: ClashRuleId }) {
  const words = useText()
  const { t, format } = words
  const query = useInfiniteQuery({
    queryKey: [['host', 'merge', 'clashes'], { look, rule }],
    queryFn: ({ pageParam }) => client.host.merge.clashes.query({ look, rule, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.rows.length, 0)
      return seen < last.total && last.rows.length > 0 ? seen : undefined
    },
  })
  return (
    <div className={classes.body}>
      <p className="q-quiet">{t(`clashes.rules.${rule}.text`)}</p>
      <QueryState query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          const rest = (pages.at(-1)?.total ?? 0) - rows.length
          return (
            <>
              <ul className={classes.list}>
                {rows.map((clash) => (
                  <li key={clash.key} className={classes.clash}>
                    <p>{clashSentence(clash, words)}</p>
                    <ClashRecords clash={clash} isHere={false} />
                    {clash.mendings[0] ? (
                      <p className="q-quiet">
                        {t('merge.after.suggestion', { mending: mendingInWords(rule, clash.mendings[0].id, words) })}
                      </p>
                    ) : null}
                  </li>
                ))}
              </ul>
              {query.hasNextPage ? (
                <Button onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
                  {t('merge.table.more', counted(format, rest))}
                </Button>
              ) : null}
            </>
          )
        }}
      </QueryState>
    </div>
  )
}
