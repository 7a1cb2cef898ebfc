// Everything that the book tells about one person on one page: to be shown, handed over as a file, corrected or erased.
import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { downloadFile } from '#renderer/lib/files.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PrivacyReport } from '#shared/schemas/customers.ts'
import { EraseDialog } from '../erasure/erase-dialog.tsx'
import { PrivacySection } from './privacy-section.tsx'
import { usePrivacyWords } from './privacy-words.ts'

export function PrivacyScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.customers.privacy.queryOptions({ id }))
  return <QueryState query={query}>{(report) => <PrivacyPage report={report} />}</QueryState>
}

function PrivacyPage({ report }: { report: PrivacyReport }) {
  const { t, language } = useText()
  const { party, sections, erased } = report
  const name = nameIn(language, party)
  return (
    <Page
      title={t('customers.privacy.title', { name })}
      subtitle={t('customers.privacy.subtitle')}
      actions={
        <>
          <FileMenu report={report} />
          <EraseButton id={party.id} />
          <LinkButton maw={320} to={'/customers/$id' as '/'} params={{ id: String(party.id) }}>
            {name}
          </LinkButton>
        </>
      }
    >
      {erased > 0 ? <Notice>{t('customers.privacy.erasedBefore')}</Notice> : null}
      {sections.length === 0 ? <EmptyState title={t('customers.privacy.none')} /> : null}
      {sections.map((section) => (
        <PrivacySection key={section.table} section={section} />
      ))}
    </Page>
  )
}

function FileMenu({ report }: { report: PrivacyReport }) {
  const { t, language } = useText()
  const words = usePrivacyWords()
  const make = useMutation({
    mutationFn: async (format: 'json' | 'html') => {
      const input = { id: report.party.id, format, language, words: words.ofReport(report) }
      const file = await client.customers.privacyFile.query(input)
      await downloadFile(file.token, file.name)
      return file.name
    },
    onSuccess: (name) => notifications.show({ message: t('customers.privacy.ready', { name }) }),
    onError: (error) => sayError(t, error),
  })
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<IconDownload size={14} stroke={1.5} />} loading={make.isPending}>
          {t('customers.privacy.file')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => make.mutate('html')}>{t('customers.privacy.html')}</Menu.Item>
        <Menu.Item onClick={() => make.mutate('json')}>{t('customers.privacy.json')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function EraseButton({ id }: { id: number }) {
  const { t } = useText()
  const [isErasing, setErasing] = useState(false)
  const { data: party } = useQuery(trpc.parties.get.queryOptions({ id }))
  return (
    <>
      <WriteGate>
        <Button onClick={() => setErasing(true)} disabled={!party}>
          {t('customers.privacy.erase')}
        </Button>
      </WriteGate>
      {isErasing && party ? <EraseDialog party={party} onClose={() => setErasing(false)} /> : null}
    </>
  )
}
