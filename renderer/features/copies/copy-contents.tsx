// What goes into the copy: all of it, with or without files; or a book of its own without what others should not see.
import { Checkbox, Radio } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { type CopyFacts, redactions } from '#shared/schemas/copies.ts'
import classes from './copies.module.css'
import type { CopyWish } from './copy-wish.ts'
import { RedactionPreview } from './redaction-preview.tsx'

export type WishProps = { wish: CopyWish; onChange: (wish: CopyWish) => void; isTried: boolean }

export function CopyContents({ wish, onChange, facts, isTried }: WishProps & { facts: CopyFacts }) {
  const { t } = useText()
  return (
    <>
      <FormSection title={t('copies.make.kind')} isWide>
        <Radio.Group
          aria-label={t('copies.make.kind')}
          value={wish.kind}
          onChange={(kind) => onChange({ ...wish, kind: kind === 'redacted' ? 'redacted' : 'whole' })}
        >
          <div className={classes.choices}>
            <Radio size="xs" value="whole" label={t('copies.make.whole')} description={t('copies.make.wholeText')} />
            <Radio
              size="xs"
              value="redacted"
              label={t('copies.make.redacted')}
              description={t('copies.make.redactedText')}
            />
          </div>
        </Radio.Group>
      </FormSection>
      {wish.kind === 'whole' ? (
        <FileChoice wish={wish} onChange={onChange} facts={facts} />
      ) : (
        <RedactionChoice wish={wish} onChange={onChange} isTried={isTried} />
      )}
    </>
  )
}

function FileChoice({ wish, onChange, facts }: Omit<WishProps, 'isTried'> & { facts: CopyFacts }) {
  const { t, format } = useText()
  const text =
    facts.files === 0
      ? t('copies.make.noFiles')
      : t('copies.make.withFilesText', {
          count: facts.files,
          formatted: format.number(facts.files),
          size: format.fileSize(facts.fileBytes),
        })
  return (
    <FormSection title={t('copies.make.contents')} isWide>
      <Checkbox
        label={t('copies.make.withFiles')}
        description={text}
        disabled={facts.files === 0}
        checked={wish.withFiles}
        onChange={(event) => onChange({ ...wish, withFiles: event.currentTarget.checked })}
      />
    </FormSection>
  )
}

function RedactionChoice({ wish, onChange, isTried }: WishProps) {
  const { t } = useText()
  const isMissing = isTried && wish.redact.length === 0
  return (
    <FormSection title={t('copies.redact.legend')} isWide>
      <Checkbox.Group
        aria-label={t('copies.redact.legend')}
        value={[...wish.redact]}
        error={isMissing ? t('copies.redact.choose') : null}
        onChange={(chosen) => onChange({ ...wish, redact: redactions.filter((one) => chosen.includes(one)) })}
      >
        <div className={classes.choices}>
          {redactions.map((one) => (
            <Checkbox
              key={one}
              value={one}
              label={t(`copies.redact.${one}`)}
              description={t(`copies.redact.${one}Text`)}
            />
          ))}
        </div>
      </Checkbox.Group>
      <p className={classes.text}>{t('copies.redact.text')}</p>
      {wish.redact.length > 0 ? <RedactionPreview redact={wish.redact} /> : null}
    </FormSection>
  )
}
