// What came of it: the file, what was looked at, and for a redacted copy the proof.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { MadeCopy, RedactionProof, StandingText } from '#shared/schemas/copies.ts'
import classes from './copies.module.css'
import { columnWords, tableWords } from './copy-words.ts'
import { RedactedTables } from './redaction-preview.tsx'

export function CopyResult({ made, onAnother }: { made: MadeCopy; onAnother: () => void }) {
  const { t, format } = useText()
  const facts = [
    t('copies.done.file', { name: made.name, size: format.fileSize(made.size) }),
    made.isEncrypted ? t('copies.done.encrypted') : null,
    made.leftOut > 0 ? t('copies.done.leftOut', { count: made.leftOut, formatted: format.number(made.leftOut) }) : null,
  ]
  return (
    <div className={classes.result}>
      <Notice tone="good" title={t('copies.done.title')}>
        <p>{facts.filter((fact) => fact !== null).join(' · ')}</p>
        <p>{t('copies.done.checked')}</p>
      </Notice>
      {made.proof ? <Proof proof={made.proof} /> : null}
      <Button onClick={onAnother}>{t('copies.done.another')}</Button>
    </div>
  )
}

function Proof({ proof }: { proof: RedactionProof }) {
  const { t, format } = useText()
  return (
    <>
      <Notice tone="good" title={t('copies.done.proved')}>
        <p>
          {t('copies.done.provedText', {
            texts: format.number(proof.texts),
            bytes: format.fileSize(proof.bytes),
            columns: format.number(proof.columns),
          })}
        </p>
      </Notice>
      {proof.standing.length > 0 ? (
        <Notice tone="warn" title={t('copies.done.standing')}>
          <p>{t('copies.done.standingText')}</p>
          <ul className={classes.list}>
            {proof.standing.map((standing) => (
              <Standing key={`${standing.table}-${standing.column}`} standing={standing} />
            ))}
          </ul>
        </Notice>
      ) : null}
      <RedactedTables tables={proof.tables} />
    </>
  )
}

function Standing({ standing: { table, column, texts, examples } }: { standing: StandingText }) {
  const { t, format } = useText()
  const words = examples.join(t('copies.gap'))
  return (
    <li>
      {t('copies.done.standingRow', {
        place: [tableWords(t, table), ...columnWords(t, table, [column])].join(t('copies.gap')),
        count: texts,
        formatted: format.number(texts),
        examples: texts > examples.length ? t('copies.done.more', { examples: words }) : words,
      })}
    </li>
  )
}
