// Every refused row: its line, the column, what stood there, what was expected; and the file to mend and drop again.
import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { downloadFile } from '#renderer/lib/files.ts'
import { useText } from '#renderer/lib/language.ts'
import { type RowColumn, RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'
import type { FileReport, ImportReport } from '#shared/schemas/imports.ts'
import { type RefusedRow, refusedRowsOf } from './refused-list.ts'
import classes from './refused-rows.module.css'
import { expectedWords } from './refused-words.ts'

export function RefusedRows({ report }: { report: ImportReport }) {
  const { t, format } = useText()
  const [fileId, setFileId] = useState<string | null>(null)
  const files = report.files.filter((file) => file.refusedRows > 0)
  const rows = useMemo(() => refusedRowsOf(report, fileId), [report, fileId])
  const columns = useRefusedColumns(files.length > 1)
  if (files.length === 0) return null
  const isCapped = files.some((file) => file.refused.length < file.refusedRows)
  return (
    <section className={classes.refused} aria-label={t('import.refused.title')}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('import.refused.title')}</h3>
        {files.length > 1 ? (
          <Select
            aria-label={t('import.refused.fileFilter')}
            data={[
              { value: '', label: t('import.refused.allFiles') },
              ...files.map(({ file, name }) => ({ value: file, label: name })),
            ]}
            value={fileId ?? ''}
            onChange={(value) => setFileId(value || null)}
          />
        ) : null}
        <span className={classes.count}>
          {isCapped
            ? t('import.refused.capped', { formatted: format.number(rows.length) })
            : t('import.refused.shown', { count: rows.length, formatted: format.number(rows.length) })}
        </span>
      </div>
      <div className={classes.grid}>
        <RowGrid label={t('import.refused.title')} rows={rows} columns={columns} idOf={({ id }) => id} />
      </div>
      <p className={classes.mend}>{t('import.refused.mend')}</p>
      <div className={classes.files}>
        {files.map((file) => (
          <DownloadRefused key={file.file} file={file} />
        ))}
      </div>
    </section>
  )
}

function useRefusedColumns(hasFiles: boolean): RowColumn<RefusedRow>[] {
  const { t, format } = useText()
  return useMemo(() => {
    const columns: RowColumn<RefusedRow>[] = [
      { key: 'file', label: t('import.refused.file'), text: ({ fileName }) => fileName, width: 180, isQuiet: true },
      {
        key: 'line',
        label: t('import.refused.line'),
        text: ({ line }) => format.number(line),
        sortBy: ({ line }) => line,
        width: 90,
        isNumeric: true,
      },
      {
        key: 'column',
        label: t('import.refused.column'),
        text: ({ column }) => column || t('import.refused.wholeRow'),
        width: 160,
      },
      {
        key: 'value',
        label: t('import.refused.value'),
        text: ({ shown }) => shown || t('import.refused.nothing'),
        width: 220,
      },
      {
        key: 'expected',
        label: t('import.refused.expected'),
        text: (row) => expectedWords(t, row),
        width: 320,
        grows: true,
      },
    ]
    return hasFiles ? columns : columns.filter(({ key }) => key !== 'file')
  }, [t, format, hasFiles])
}

function DownloadRefused({ file: { refusedFile, refusedFileName, name } }: { file: FileReport }) {
  const { t } = useText()
  if (refusedFile === null) return null
  const download = () =>
    downloadFile(refusedFile, refusedFileName ?? name).catch((error: unknown) =>
      notifications.show({ color: 'red', title: t('import.refused.failed'), message: errorMessage(t, error) }),
    )
  return (
    <Button leftSection={<IconDownload size={14} stroke={1.5} />} onClick={download}>
      {t('import.refused.download', { name })}
    </Button>
  )
}
