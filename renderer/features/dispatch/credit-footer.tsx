// The end of the form of a credit: what it comes to, whether it stays a draft, and issuing it.
import { Button, Checkbox } from '@mantine/core'
import { errorMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import classes from './dispatch.module.css'
import type { useCreditPreview, useIssueCredit } from './use-credit.ts'

type FooterProps = {
  preview: ReturnType<typeof useCreditPreview>
  issuing: ReturnType<typeof useIssueCredit>
  /** What was typed can be read. */
  isReady: boolean
  isDraft: boolean
  onDraft: (isDraft: boolean) => void
  backTo: { to: string; id: number | null }
}

export function CreditFooter({ preview, issuing, isReady, isDraft, onDraft, backTo }: FooterProps) {
  const { t } = useText()
  const params = backTo.id === null ? {} : { params: { id: String(backTo.id) } }
  return (
    <>
      <Preview preview={isReady ? preview : null} />
      <Checkbox
        label={t('dispatch.credit.isDraft')}
        checked={isDraft}
        onChange={(event) => onDraft(event.currentTarget.checked)}
      />
      {issuing.error ? <Notice tone="bad">{wholeMessage(t, issuing.error)}</Notice> : null}
      <div className={classes.actions}>
        <WriteGate>
          <Button type="submit" variant="filled" loading={issuing.isPending}>
            {isDraft ? t('dispatch.credit.keep') : t('dispatch.credit.post')}
          </Button>
        </WriteGate>
        <LinkButton to={backTo.to} {...params}>
          {t('common.cancel')}
        </LinkButton>
        <KeyHint keys="Ctrl S" />
      </div>
    </>
  )
}

/** The sum has its place before it is known, so that nothing moves when it comes. */
function Preview({ preview }: { preview: FooterProps['preview'] | null }) {
  const { t, format } = useText()
  if (preview?.error) return <Notice tone="warn">{wholeMessage(t, preview.error)}</Notice>
  const data = preview?.data
  const sum = data ? format.money(data.gross, data.currency) : '–'
  return (
    <div className={classes.effects}>
      <Facts facts={[{ label: t('dispatch.credit.total'), value: <strong>{sum}</strong> }]} />
      {data?.warnings.map((warning) => (
        <Notice key={JSON.stringify(warning)} tone="warn">
          {errorMessage(t, warning)}
        </Notice>
      ))}
    </div>
  )
}
