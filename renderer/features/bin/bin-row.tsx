// One deleted thing: what it is and belongs to, who deleted it when, and its way back.
import { Button, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { operationName } from '#renderer/ui/record-history/operation-name.ts'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { BinItem } from '#shared/schemas/bin.ts'
import classes from './bin.module.css'
import { type Restoring, useItemName } from './use-restore.tsx'

type RowProps = { item: BinItem; isChosen: boolean; onChoose: () => void; restoring: Restoring }

export function BinRow({ item, isChosen, onChoose, restoring }: RowProps) {
  const { t } = useText()
  const name = useItemName()(item)
  return (
    <li className={classes.row}>
      <Checkbox aria-label={t('bin.select', { what: name })} checked={isChosen} onChange={onChoose} />
      <p className={classes.what}>
        <span className={classes.kind}>{t(`bin.kinds.${item.kind}`)}</span>
        <strong title={name}>{name}</strong>
        {item.owner ? (
          <span className={classes.owner}>
            <RecordLink record={item.owner} />
          </span>
        ) : null}
      </p>
      <Deleted item={item} />
      <WriteGate>
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={restoring.isUnder}
          aria-label={t('bin.restoreOne', { what: name })}
          onClick={() => restoring.run([item])}
        >
          {t('bin.restore')}
        </Button>
      </WriteGate>
    </li>
  )
}

/** Who and when, with the way to the change in the history. */
function Deleted({ item: { operationId, operation, person, at } }: { item: BinItem }) {
  const { t, format, language } = useText()
  if (operationId === null || at === null) return <p className={classes.deleted} />
  const who = person ? nameIn(language, person) : t('history.unknownPerson')
  return (
    <p className={classes.deleted}>
      <Link className="q-link" to="/history" search={{ operation: operationId }}>
        {operationName(t, operation)}
      </Link>
      <span data-figure>{t('history.by', { time: format.instant(at), person: who })}</span>
    </p>
  )
}
