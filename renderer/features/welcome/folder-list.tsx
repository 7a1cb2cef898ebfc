// A folder under the user's home: the way down to it, and the folders in it. Browser mode has no dialog of its own.
import { Anchor, Breadcrumbs } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import type { FolderView } from '#shared/schemas/host.ts'
import classes from './folder-list.module.css'

type FolderListProps = { view: FolderView; onGo: (token: string) => void }

export function FolderList({ view, onGo }: FolderListProps) {
  const { t } = useText()
  return (
    <div>
      <nav aria-label={t('welcome.folder.crumbs')}>
        <Breadcrumbs separatorMargin={6}>
          {view.crumbs.map(({ token, name }, at) => {
            const label = at === 0 ? t('welcome.folder.home') : name
            if (token === view.token) return <strong key={token}>{label}</strong>
            return (
              <Anchor key={token} component="button" type="button" size="md" onClick={() => onGo(token)}>
                {label}
              </Anchor>
            )
          })}
        </Breadcrumbs>
      </nav>
      <ul className={classes.list} aria-label={t('welcome.folder.folders')}>
        {view.folders.map(({ token, name }) => (
          <li key={token}>
            <button type="button" className={classes.folder} onClick={() => onGo(token)}>
              <IconFolder size={16} stroke={1.5} aria-hidden />
              {name}
            </button>
          </li>
        ))}
        {view.folders.length === 0 ? <li className={classes.none}>{t('welcome.folder.noFolders')}</li> : null}
      </ul>
    </div>
  )
}
