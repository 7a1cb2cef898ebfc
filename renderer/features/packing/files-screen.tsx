// Files out: tracking numbers and stock for channels, recipients for carriers. First what would stand in them, then saved.
import { Button, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { downloadFile } from '#renderer/lib/files.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { addDays, type Day } from '#shared/dates.ts'
import type { AddressFormat, FilePreview, StockFormat, TrackingFormat } from '#shared/schemas/channel-files.ts'
import { ChannelStockTable } from './channel-stock-table.tsx'
import { FileChoices } from './file-choices.tsx'
import { FilePreviewView } from './file-preview-view.tsx'
import { type FileKind, type FilesAddress, fileKinds } from './files-address.ts'
import classes from './packing.module.css'

/** Tracking numbers of the last month, unless other days are asked for. */
const usualDays = 30

export function FilesScreen() {
  const { t } = useText()
  const navigate = useNavigate()
  const today = useToday()
  const address = useSearch({ strict: false }) as FilesAddress
  const file = address.file ?? 'tracking'
  const asked = { from: addDays(today, -usualDays), ...address }
  const preview = usePreview(file, asked)
  const change = (part: Partial<FilesAddress>) =>
    navigate({ to: '/shipments/files', search: { ...address, ...part } as never, replace: true })
  return (
    <Page
      title={t('packing.files.title')}
      subtitle={t('packing.files.subtitle')}
      actions={<SaveButton file={file} asked={asked} preview={preview.data} />}
    >
      <div className={classes.main}>
        <div>
          <SegmentedControl
            aria-label={t('packing.files.which')}
            data={fileKinds.map((kind) => ({ value: kind, label: t(`packing.files.kinds.${kind}`) }))}
            value={file}
            // Another kind has other formats.
            onChange={(kind) => change({ file: kind as FileKind, for: undefined } as never)}
          />
        </div>
        <FileChoices file={file} asked={asked} onChange={change} />
        <QueryState query={preview}>{(found) => <FilePreviewView file={file} preview={found} />}</QueryState>
        {file === 'stock' ? <ChannelStockTable channel={address.channel} /> : null}
      </div>
    </Page>
  )
}

type Asked = FilesAddress & { from: Day | string }

const tracking = (asked: Asked) => ({
  format: (asked.for ?? 'generic') as TrackingFormat,
  channel: asked.channel,
  includeTold: asked.told ?? false,
  from: asked.from as Day,
  to: (asked.to ?? null) as Day | null,
})
const addresses = (asked: Asked) => ({ format: (asked.for ?? 'generic') as AddressFormat })
const stock = (asked: Asked) => ({ format: (asked.for ?? 'generic') as StockFormat, channel: asked.channel })

function usePreview(file: FileKind, asked: Asked) {
  return useQuery<FilePreview>({
    queryKey: [['packing', 'file'], file, asked],
    queryFn: () => {
      if (file === 'tracking') return client.packing.trackingFile.query(tracking(asked))
      return file === 'addresses'
        ? client.packing.addressFile.query(addresses(asked))
        : client.packing.stockFile.query(stock(asked))
    },
    placeholderData: keepPreviousData,
  })
}

type SaveProps = { file: FileKind; asked: Asked; preview: FilePreview | undefined }

/** Once the file is saved, its numbers count as told: that can be taken back. */
function SaveButton({ file, asked, preview }: SaveProps) {
  const text = useText()
  const { t, format } = text
  const today = useToday()
  const { mayWrite } = useMayWrite()
  const save = useMutation({
    mutationFn: async () => {
      const written = await writtenFile(file, asked)
      await downloadFile(written.token, written.name)
      const isToTell = written.parcelIds.length > 0 && mayWrite
      const told = isToTell ? await client.packing.markTold.mutate({ parcelIds: written.parcelIds, on: today }) : null
      return { name: written.name, told }
    },
    onSuccess: ({ name, told }) => {
      if (told === null || told.result === 0) notifications.show({ message: t('packing.files.saved', { name }) })
      else
        sayUndoable(
          text,
          t('packing.files.savedTold', { name, formatted: format.number(told.result) }),
          told.operationId,
        )
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <Button
      variant="filled"
      leftSection={<IconDownload size={14} stroke={1.5} />}
      loading={save.isPending}
      disabled={!preview || preview.total === 0}
      onClick={() => save.mutate()}
    >
      {t('packing.files.save')}
    </Button>
  )
}

function writtenFile(file: FileKind, asked: Asked) {
  if (file === 'tracking') return client.packing.writeTrackingFile.query(tracking(asked))
  return file === 'addresses'
    ? client.packing.writeAddressFile.query(addresses(asked))
    : client.packing.writeStockFile.query(stock(asked))
}
