// Issuing a paper. Its number cannot be taken back, so that what the paper lacks is asked about first.
import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useText } from '#renderer/lib/language.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PaperWarning, PaperWish } from '#shared/schemas/papers.ts'
import { PaperWarnings } from './paper-warnings.tsx'
import { useIssue } from './use-issue.ts'

type IssueButtonProps = { wish: PaperWish; warnings: readonly PaperWarning[]; disabled: boolean }

export function IssueButton({ wish, warnings, disabled }: IssueButtonProps) {
  const { t } = useText()
  const issue = useIssue()
  const [isAsking, ask] = useDisclosure(false)
  const run = () => issue.mutate(wish)
  return (
    <>
      <WriteGate>
        <Button
          variant="filled"
          disabled={disabled}
          loading={issue.isPending}
          onClick={warnings.length > 0 ? ask.open : run}
        >
          {t('papers.issue')}
        </Button>
      </WriteGate>
      <Modal opened={isAsking} onClose={ask.close} title={t('papers.issueSure')} size="sm">
        <Text mb="sm">{t('papers.issueText')}</Text>
        <PaperWarnings warnings={warnings} />
        <Group justify="flex-end" mt="md" gap="sm">
          <Button onClick={run} loading={issue.isPending}>
            {t('papers.issueAnyway')}
          </Button>
          <Button variant="filled" onClick={ask.close} data-autofocus>
            {t('papers.issueBack')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
