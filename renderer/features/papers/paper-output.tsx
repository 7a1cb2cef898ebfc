// Paper on its way out: the PDF where the host makes one, and the print dialog everywhere.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { downloadFile } from '#renderer/lib/files.ts'
import { useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { printPage } from '#renderer/lib/print-page.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { markedPage } from '#shared/paper-mark.ts'

type PaperOutputProps = {
  /** What the PDF is made of. */
  asked: Parameters<typeof client.host.paperPdf.mutate>[0]
  /** The page as it is shown; undefined while there is none. */
  page: { html: string; title: string } | undefined
}

export function PaperOutput({ asked, page }: PaperOutputProps) {
  const { t } = useText()
  const { canMakePdf } = useHostState()
  const onError = (error: unknown) => sayError(t, error)
  const pdf = useMutation({
    mutationFn: async () => {
      const file = await client.host.paperPdf.mutate(asked)
      await downloadFile(file.token, file.name)
      return file.name
    },
    onSuccess: (name) => notifications.show({ message: t('lists.exportReady', { name }) }),
    onError,
  })
  const print = useMutation({
    mutationFn: async () => {
      if (!page) return
      const { mark } = asked
      await printPage(mark ? markedPage(page.html, mark) : page.html, page.title)
    },
    onError,
  })
  return (
    <>
      <Button
        leftSection={<IconPrinter size={14} stroke={1.5} />}
        disabled={!page}
        loading={print.isPending}
        onClick={() => print.mutate()}
        title={canMakePdf ? undefined : t('papers.printHint')}
      >
        {canMakePdf ? t('papers.print') : t('papers.printOrPdf')}
      </Button>
      {canMakePdf ? (
        <Button
          leftSection={<IconFileTypePdf size={14} stroke={1.5} />}
          disabled={!page}
          loading={pdf.isPending}
          onClick={() => pdf.mutate()}
        >
          {t('papers.pdf')}
        </Button>
      ) : null}
    </>
  )
}
