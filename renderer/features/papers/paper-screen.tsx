// An issued paper as it is: the very page that was sent, and what became of it.
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Paper } from '#shared/schemas/papers.ts'
import { MarkSentDialog } from './mark-sent-dialog.tsx'
import { PaperFacts } from './paper-facts.tsx'
import { PaperOutput } from './paper-output.tsx'
import { PaperStatusBadge } from './paper-status.tsx'
import classes from './papers.module.css'
import { PaperSheets } from './sheets/paper-sheets.tsx'
import { VoidDialog } from './void-dialog.tsx'

export function PaperScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.papers.get.queryOptions({ id }))
  return <QueryState query={query}>{(paper) => <PaperPage paper={paper} />}</QueryState>
}

function PaperPage({ paper }: { paper: Paper }) {
  const { t } = useText()
  const page = useQuery(trpc.papers.html.queryOptions({ id: paper.id }))
  const mark = markOf(t, paper)
  return (
    <Page
      name={paper.number}
      title={
        <>
          {paper.number} <PaperStatusBadge status={paper.status} />
        </>
      }
      subtitle={[t(`papers.kinds.${paper.kind}`), paper.party].filter(Boolean).join(' · ')}
      actions={<PaperActions paper={paper} page={page.data} />}
      fills
    >
      <div className={classes.split}>
        <div className={classes.sheets}>
          <QueryState query={page}>
            {({ html }) => <PaperSheets html={html} name={t('papers.preview', { name: paper.number })} mark={mark} />}
          </QueryState>
        </div>
        <aside className={classes.side} aria-label={paper.number}>
          {paper.status === 'void' ? (
            <Notice tone="bad" title={t('papers.isVoid')}>
              {t('papers.isVoidText')}
            </Notice>
          ) : null}
          <PaperFacts paper={paper} />
          <div className={classes.below}>
            <RecordPanels kind="paper" id={paper.id} />
          </div>
        </aside>
      </div>
    </Page>
  )
}

/** What is void says so on every sheet, on the screen and when it is printed again. */
function markOf(t: Translate, { status, language }: Paper): string {
  return status === 'void' ? t(`papers.marks.void.${language}`) : ''
}

type PaperActionsProps = { paper: Paper; page: { html: string; title: string } | undefined }

function PaperActions({ paper, page }: PaperActionsProps) {
  const { t } = useText()
  const [isMarking, marking] = useDisclosure(false)
  const [isVoiding, voiding] = useDisclosure(false)
  return (
    <>
      {paper.status === 'void' ? null : (
        <WriteGate>
          <Button onClick={voiding.open}>{t('papers.void')}</Button>
        </WriteGate>
      )}
      <PaperOutput asked={{ paperId: paper.id, mark: markOf(t, paper) }} page={page} />
      {paper.status === 'issued' ? (
        <WriteGate>
          <Button variant="filled" onClick={marking.open}>
            {t('papers.sent.mark')}
          </Button>
        </WriteGate>
      ) : null}
      {isMarking ? <MarkSentDialog paper={paper} onClose={marking.close} /> : null}
      {isVoiding ? <VoidDialog paper={paper} onClose={voiding.close} /> : null}
    </>
  )
}
