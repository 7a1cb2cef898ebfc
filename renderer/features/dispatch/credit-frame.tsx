// The form of a credit note, of an order or without one: what was typed is read, tried, and issued.
import { useHotkeys } from '@mantine/hooks'
import type { FormEvent, ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { CreditDraft } from '#shared/schemas/credits.ts'
import { CreditFooter } from './credit-footer.tsx'
import classes from './dispatch.module.css'
import { useCreditPreview, useIssueCredit } from './use-credit.ts'

type CreditFrameProps = {
  reading: { credit: CreditDraft | null; problems: Record<string, string> }
  /** What is wrong is shown only once someone tried to issue it. */
  onProblems: (problems: Record<string, string>) => void
  isDraft: boolean
  onDraft: (isDraft: boolean) => void
  backTo: { to: string; id: number | null }
  children: ReactNode
}

export function CreditFrame({
  reading: { credit, problems },
  onProblems,
  isDraft,
  onDraft,
  ...more
}: CreditFrameProps) {
  const { t } = useText()
  const preview = useCreditPreview(credit)
  const issuing = useIssueCredit()
  const submit = () => {
    onProblems(problems)
    if (credit && !issuing.isPending) issuing.mutate(credit)
  }
  useHotkeys([['mod+S', submit]], [])
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={t('dispatch.credit.one')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      {more.children}
      <CreditFooter
        preview={preview}
        issuing={issuing}
        isReady={credit !== null}
        isDraft={isDraft}
        onDraft={onDraft}
        backTo={more.backTo}
      />
    </form>
  )
}
