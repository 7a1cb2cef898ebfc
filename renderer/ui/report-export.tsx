// A report or an analysis as a file, CSV or XLSX: its own question, not a list's.
import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { downloadFile } from '#renderer/lib/files.ts'
import { newJobId } from '#renderer/lib/jobs.ts'
import { useText } from '#renderer/lib/language.ts'

type Asked = Pick<
  Parameters<typeof client.exports.run.query>[0],
  | 'list'
  | 'abc'
  | 'classes'
  | 'replenishment'
  | 'valuation'
  | 'slowStock'
  | 'costOfSales'
  | 'countId'
  | 'scores'
  | 'payables'
  | 'receivables'
  | 'sales'
  | 'profits'
  | 'lanes'
>

type ExportProps = {
  asked: Asked
  isEmpty: boolean /** What it exports, where another one stands beside it. */
  label?: string
}

export function ReportExport({ asked, isEmpty, label }: ExportProps) {
  const { t, language } = useText()
  const run = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const file = await client.exports.run.query({ ...asked, format, language, jobId: newJobId() })
      await downloadFile(file.token, file.name)
      return file.name
    },
    onSuccess: (name) => notifications.show({ message: t('lists.exportReady', { name }) }),
    onError: (error) =>
      notifications.show({ color: 'red', title: t('lists.exportFailed'), message: errorMessage(t, error) }),
  })
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<IconDownload size={14} stroke={1.5} />} loading={run.isPending} disabled={isEmpty}>
          {label ?? t('lists.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => run.mutate('csv')}>{t('lists.exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => run.mutate('xlsx')}>{t('lists.exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
