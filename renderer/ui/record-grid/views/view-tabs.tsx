// The views of a list as tabs above it: the list as it is, one's own and shared views, and a way to save what is shown.
import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ListQuery } from '#shared/schemas/paging.ts'
import type { SavedView, ViewState } from '#shared/schemas/views.ts'
import type { LoadPage } from '../use-list-rows.ts'
import type { Views } from './use-views.ts'
import { ViewMenu } from './view-menu.tsx'
import { SaveViewDialog } from './view-name-dialog.tsx'
import classes from './view-tabs.module.css'

type ViewTabsProps = {
  list: string
  feature: string
  views: Views
  load: LoadPage<unknown>
  /** What the list shows now. */
  current: () => ViewState
  isModified: boolean
  /** How many match now. */
  total: number | null
}

export function ViewTabs(props: ViewTabsProps) {
  const { t } = useText()
  const { views, isModified, total } = props
  const [isSaving, setSaving] = useState(false)
  const tabs = [null, ...views.views]
  useHotkeys(
    tabs.slice(0, 9).map((view, index) => [`alt+${index + 1}`, () => views.show(view)] as const) as [
      string,
      () => void,
    ][],
  )
  const isActive = (view: SavedView | null) => (view?.id ?? null) === (views.active?.id ?? null)
  return (
    <nav className={classes.tabs} aria-label={t('views.title')}>
      {tabs.map((view, index) => (
        <div key={view?.id ?? 0} className={classes.item} data-active={isActive(view) || undefined}>
          <button
            type="button"
            className={classes.tab}
            aria-current={isActive(view) || undefined}
            aria-keyshortcuts={index < 9 ? `Alt+${index + 1}` : undefined}
            title={view?.name}
            onClick={() => views.show(view)}
          >
            {view?.isShared ? <IconUsers size={13} stroke={1.5} aria-label={t('views.shared')} /> : null}
            <span className={classes.name}>{view ? view.name : t('views.all')}</span>
            {isActive(view) ? <Count>{total}</Count> : <ViewCount {...props} view={view} />}
            {view && isActive(view) && isModified ? (
              <span className={classes.modified}>{t('views.modified')}</span>
            ) : null}
          </button>
          {view && isActive(view) ? <ViewMenu {...props} view={view} /> : null}
        </div>
      ))}
      <WriteGate>
        <Button
          variant="subtle"
          size="compact-sm"
          my="auto"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => setSaving(true)}
        >
          {t('views.save')}
        </Button>
      </WriteGate>
      {isSaving ? <SaveViewDialog {...props} onClose={() => setSaving(false)} /> : null}
    </nav>
  )
}

function Count({ children }: { children: ReactNode }) {
  const { format } = useText()
  return <span className={classes.count}>{typeof children === 'number' ? format.number(children) : ''}</span>
}

/** How many match a view that is not shown; live like the list itself. */
function ViewCount({ list, feature, load, view }: ViewTabsProps & { view: SavedView | null }) {
  const { search = '', filters = [], archived = false } = view?.state ?? {}
  const query: ListQuery = { search, filters, archived, limit: 1 }
  const { data } = useQuery({ queryKey: [[feature, 'list'], list, 'count', query], queryFn: () => load(query) })
  return <Count>{data?.total ?? null}</Count>
}
