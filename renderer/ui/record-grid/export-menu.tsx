// Exports what is ticked, else all that matches, in the columns shown, as a job that the strip at the bottom shows and can cancel.
import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { downloadFile } from '#renderer/lib/files.ts'
import { newJobId } from '#renderer/lib/jobs.ts'
import { useText } from '#renderer/lib/language.ts'
import type { ExportList } from '#shared/schemas/exports.ts'
import type { ListQuery } from '#shared/schemas/paging.ts'
import { type ExportPurpose, PurposeChoice } from './export-purpose.tsx'
import type { Selection } from './selection.ts'

type ExportFormat = 'csv' | 'xlsx'

type ExportMenuProps = {
  list: ExportList
  query: ListQuery
  /** Keys of the columns shown, in order. */
  columns: () => string[]
  total: number
  /** Ticked rows alone; left out, all that match. */
  chosen?: { selection: Selection; count: number }
  /** The saved view that is shown: it names the file. */
  viewName?: string | undefined
}

export function ExportMenu({ list, query, columns, total, chosen, viewName = '' }: ExportMenuProps) {
  const { t, format, language } = useText()
  const [purpose, setPurpose] = useState<ExportPurpose>(list === 'customers' ? '' : 'own')
  const run = useMutation({
    mutationFn: async (kind: ExportFormat) => {
      const marketing = purpose === '' || purpose === 'own' ? {} : { marketing: purpose }
      const shown = { columns: columns(), isExact: true, viewName, ...(chosen && { only: onlyOf(chosen.selection) }) }
      const asked = { list, query, format: kind, language, jobId: newJobId(), ...shown, ...marketing }
      const file = await client.exports.run.query(asked)
      await downloadFile(file.token, file.name)
      return file
    },
    onSuccess: ({ name, leftOut }) => {
      const left = { count: leftOut, formatted: format.number(leftOut) }
      const more = leftOut > 0 ? ` ${t('customers.export.leftOut', left)}` : ''
      notifications.show({ message: `${t('lists.exportReady', { name })}${more}` })
    },
    onError: (error) =>
      notifications.show({ color: 'red', title: t('lists.exportFailed'), message: errorMessage(t, error) }),
  })
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<IconDownload size={14} stroke={1.5} />} loading={run.isPending} disabled={total === 0}>
          {t('lists.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {chosen
            ? t('lists.exportTicked', { count: chosen.count, formatted: format.number(chosen.count) })
            : t('lists.exportText', { count: total, formatted: format.number(total) })}
        </Menu.Label>
        {list === 'customers' ? <PurposeChoice value={purpose} onChange={setPurpose} /> : null}
        <Menu.Item disabled={purpose === ''} onClick={() => run.mutate('csv')}>
          {t('lists.exportCsv')}
        </Menu.Item>
        <Menu.Item disabled={purpose === ''} onClick={() => run.mutate('xlsx')}>
          {t('lists.exportXlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function onlyOf({ isAll, ids }: Selection): { ids: number[] } | { except: number[] } {
  return isAll ? { except: [...ids] } : { ids: [...ids] }
}
