// What can be done with the view that is shown.
import { ActionIcon, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { SavedView, ViewState } from '#shared/schemas/views.ts'
import { sayUndoable } from '../../undo-notice.tsx'
import type { Views } from './use-views.ts'
import { RenameViewDialog } from './view-name-dialog.tsx'

type ViewMenuProps = {
  list: string
  view: SavedView
  views: Views
  current: () => ViewState
  isModified: boolean
}

export function ViewMenu({ list, view, views, current, isModified }: ViewMenuProps) {
  const text = useText()
  const { t } = text
  const [isRenaming, setRenaming] = useState(false)
  const run = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: (error) => sayError(t, error),
  })
  const change = (part: { state?: ViewState; isShared?: boolean }) =>
    run.mutate(() => client.views.change.mutate({ id: view.id, ...part }))
  const isDefault = views.defaultId === view.id
  const remove = async () => {
    const { operationId } = await client.views.remove.mutate({ id: view.id })
    views.show(null)
    sayUndoable(text, t('views.removed', { name: view.name }), operationId)
  }
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon size={20} aria-label={t('views.menu', { name: view.name })}>
            <IconChevronDown size={13} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <WriteGate>
            <Menu.Item disabled={!isModified} onClick={() => change({ state: current() })}>
              {t('views.update')}
            </Menu.Item>
          </WriteGate>
          <Menu.Item disabled={!isModified} onClick={() => views.show(view)}>
            {t('views.discard')}
          </Menu.Item>
          <Menu.Divider />
          <WriteGate>
            <Menu.Item onClick={() => setRenaming(true)}>{t('views.rename')}</Menu.Item>
          </WriteGate>
          <WriteGate>
            <Menu.Item onClick={() => change({ isShared: !view.isShared })}>
              {t(view.isShared ? 'views.keepOwn' : 'views.share')}
            </Menu.Item>
          </WriteGate>
          <WriteGate>
            <Menu.Item
              onClick={() => run.mutate(() => client.views.setDefault.mutate({ list, id: isDefault ? null : view.id }))}
            >
              {t(isDefault ? 'views.noDefault' : 'views.makeDefault')}
            </Menu.Item>
          </WriteGate>
          <Menu.Divider />
          <WriteGate>
            <Menu.Item onClick={() => run.mutate(remove)}>{t('views.remove')}</Menu.Item>
          </WriteGate>
        </Menu.Dropdown>
      </Menu>
      {isRenaming ? <RenameViewDialog view={view} onClose={() => setRenaming(false)} /> : null}
    </>
  )
}
