// One place that both changed: what stood there before, what each copy holds now, who wrote it and when; one of the two is chosen.
import { Button, Radio } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import tables from '#renderer/ui/plain-table.module.css'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { type MergeChoice, type MergeConflict, type MergeSide, mergeSides } from '#shared/schemas/merge.ts'
import { type FieldGroup, fieldGroups } from './conflict-fields.ts'
import classes from './conflict-panel.module.css'
import { authorInWords, counted, nameElsewhere } from './merge-words.ts'
import type { SideNames } from './side-names.ts'

type ConflictPanelProps = {
  conflict: MergeConflict
  names: SideNames
  decision: MergeChoice | null
  onChoose: (choice: MergeChoice) => void
  /** Decides everything of this record at once; null where there is no more of it. */
  onChooseRecord: ((choice: MergeChoice) => void) | null
}

export function ConflictPanel({ conflict, names, decision, onChoose, onChooseRecord }: ConflictPanelProps) {
  const words = useText()
  const { t } = words
  const groups = fieldGroups(conflict, words)
  const elsewhere = nameElsewhere(conflict, words)
  // Of a document whose lines come from both, the suggestion is neither of the two.
  const suggestedName = conflict.suggested === 'mixed' ? t('merge.decide.both') : names[conflict.suggested]
  return (
    <div className={classes.panel}>
      <h2 className={classes.title}>
        {conflict.record ? (
          <RecordLink record={conflict.record} />
        ) : (
          conflict.label || t(`merge.kinds.${conflict.kind}`)
        )}
        {elsewhere ? <span className="q-quiet">/ {elsewhere}</span> : null}
        {conflict.record && conflict.label ? <span className="q-quiet">{conflict.label}</span> : null}
      </h2>
      <p className={classes.text}>
        {t(conflict.isDocument ? 'merge.decide.documentText' : 'merge.decide.text')}{' '}
        {decision === null ? t('merge.decide.suggestedText', { copy: suggestedName }) : null}
      </p>
      <table className={`${tables.table} ${classes.table}`}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('merge.decide.before')}</th>
            {mergeSides.map((side) => (
              <SideHead
                key={side}
                side={side}
                conflict={conflict}
                name={names[side]}
                isChosen={effectiveSide(decision, conflict) === side}
                isDecided={decision !== null}
                onChoose={() => onChoose(side)}
              />
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <GroupRows
            key={group.key}
            group={group}
            conflict={conflict}
            names={names}
            chosen={effectiveSide(decision, conflict)}
          />
        ))}
      </table>
      <Lines conflict={conflict} names={names} />
      {conflict.suggested === 'mixed' ? (
        <Radio
          className={classes.mixed}
          name={conflict.key}
          checked={decision === 'suggested' || decision === null}
          onChange={() => onChoose('suggested')}
          label={t('merge.decide.both')}
          description={t('merge.decide.bothText')}
        />
      ) : null}
      {onChooseRecord ? (
        <div className={classes.record}>
          <span className="q-quiet">{t('merge.decide.wholeRecord')}</span>
          {mergeSides.map((side) => (
            <Button key={side} onClick={() => onChooseRecord(side)} className={classes.recordButton}>
              {names[side]}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function effectiveSide(decision: MergeChoice | null, { suggested }: MergeConflict): MergeSide | 'mixed' {
  return decision === null || decision === 'suggested' ? suggested : decision
}

type SideHeadProps = {
  side: MergeSide
  conflict: MergeConflict
  name: string
  isChosen: boolean
  isDecided: boolean
  onChoose: () => void
}

function SideHead({ side, conflict, name, isChosen, isDecided, onChoose }: SideHeadProps) {
  const words = useText()
  const { t } = words
  return (
    <th scope="col" data-chosen={isChosen || undefined} className={classes.side}>
      <Radio
        name={conflict.key}
        checked={isChosen}
        // What is only suggested can be said yes to.
        onClick={() => (isDecided ? undefined : onChoose())}
        onChange={onChoose}
        label={name}
        description={authorInWords(conflict[side], words)}
      />
      {conflict.suggested === side ? (
        <span className={classes.badge}>
          <StatusBadge tone="accent">{t('merge.decide.last')}</StatusBadge>
        </span>
      ) : null}
    </th>
  )
}

type GroupProps = {
  group: FieldGroup
  conflict: MergeConflict
  names: SideNames
  chosen: MergeSide | 'mixed'
}

function GroupRows({ group, conflict, names, chosen }: GroupProps) {
  const { t } = useText()
  const isLine = group.addedBy !== null || (conflict.isDocument && group.table === 'order_lines')
  return (
    <tbody>
      {isLine ? (
        <tr>
          <th scope="rowgroup" colSpan={4} className={classes.line}>
            {group.addedBy ? t('merge.decide.addedIn', { copy: names[group.addedBy] }) : t('merge.decide.line')}
            {group.product ? ` · ${group.product}` : ''}
          </th>
        </tr>
      ) : null}
      {group.rows.map(({ key, label, base, ours, theirs }) => (
        <tr key={key}>
          <th scope="row" className={classes.label}>
            {label}
          </th>
          <td className={classes.base}>{group.addedBy ? '' : base}</td>
          <td className={classes.value} data-chosen={chosen === 'ours' || undefined}>
            {group.addedBy === 'theirs' ? '' : ours}
          </td>
          <td className={classes.value} data-chosen={chosen === 'theirs' || undefined}>
            {group.addedBy === 'ours' ? '' : theirs}
          </td>
        </tr>
      ))}
    </tbody>
  )
}

/** Lines that a side took out of a document. */
function Lines({ conflict: { lines }, names }: { conflict: MergeConflict; names: SideNames }) {
  const { t, format } = useText()
  return mergeSides
    .filter((side) => lines[side].removed > 0)
    .map((side) => (
      <p key={side} className="q-quiet">
        {t('merge.decide.removed', { copy: names[side], ...counted(format, lines[side].removed) })}
      </p>
    ))
}
