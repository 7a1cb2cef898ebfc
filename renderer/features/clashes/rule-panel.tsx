// The clashes of one kind: what it means, one click for all of them, then each by itself.
import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { type ClashCount, clashStates } from '#shared/schemas/clashes.ts'
import { ClashItem } from './clash-item.tsx'
import type { ClashState } from './clashes-address.ts'
import { MendAll } from './mend-all.tsx'
import classes from './rule-panel.module.css'

type RulePanelProps = { count: ClashCount; state: ClashState; onState: (state: ClashState) => void }

const pageSize = 50

export function RulePanel({ count, state, onState }: RulePanelProps) {
  const { t, format } = useText()
  const { rule, open, left } = count
  const title = t(`clashes.rules.${rule}.title`)
  const query = useInfiniteQuery({
    queryKey: [['clashes', 'list'], { rule, state }],
    queryFn: ({ pageParam }) => client.clashes.list.query({ rule, state, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.rows.length, 0)
      return seen < last.total && last.rows.length > 0 ? seen : undefined
    },
  })
  return (
    <ScrollRegion name={title} className={classes.panel}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.text}>{t(`clashes.rules.${rule}.text`)}</p>
        {left > 0 ? (
          <SegmentedControl
            className={classes.states}
            aria-label={t('clashes.states.label')}
            value={state}
            onChange={(value) => onState(clashStates.find((known) => known === value) ?? 'open')}
            data={[
              { value: 'open', label: t('clashes.states.open', { formatted: format.number(open) }) },
              { value: 'left', label: t('clashes.states.left', { formatted: format.number(left) }) },
            ]}
          />
        ) : null}
        {state === 'open' && open > 1 ? <MendAll count={count} /> : null}
      </div>
      <QueryState query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          const more = (pages.at(-1)?.total ?? 0) - rows.length
          return (
            <>
              {rows.length === 0 ? <p className={classes.none}>{t('clashes.noneOpen')}</p> : null}
              <ul className={classes.list} aria-label={title}>
                {rows.map((clash) => (
                  <ClashItem key={clash.key} clash={clash} />
                ))}
              </ul>
              {query.hasNextPage ? (
                <Button
                  className={classes.more}
                  onClick={() => query.fetchNextPage()}
                  loading={query.isFetchingNextPage}
                >
                  {t('clashes.showMore', { count: more, formatted: format.number(more) })}
                </Button>
              ) : null}
            </>
          )
        }}
      </QueryState>
    </ScrollRegion>
  )
}
