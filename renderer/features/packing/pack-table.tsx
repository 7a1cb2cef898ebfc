// The cartons of a shipment to write: Enter goes down, at the end it adds one.
import { Button, Switch } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { moveDown } from '#renderer/ui/move-in-table.ts'
import { rowErrors } from '#renderer/ui/record-form/form-rows.ts'
import type { PackingLine } from '#shared/schemas/packing.ts'
import { type PackForm, rangesOf } from './pack-form-values.ts'
import { PackRow } from './pack-row.tsx'
import classes from './packing.module.css'
import type { PackRowChanges } from './use-pack-rows.ts'

type PackTableProps = {
  form: UseFormReturnType<PackForm>
  lines: readonly PackingLine[]
  changes: PackRowChanges
}

export function PackTable({ form, lines, changes }: PackTableProps) {
  const { t } = useText()
  const body = useRef<HTMLTableSectionElement>(null)
  const { rows } = form.values
  const [withNumbers, showNumbers] = useState(() => rows.some(({ marks, trackingNumber }) => marks || trackingNumber))
  const skus = useMemo(() => new Map(lines.map((line) => [line.lineId, line.sku || line.description])), [lines])
  const ranges = rangesOf(form.values)
  const add = () => {
    changes.add()
    requestAnimationFrame(() => body.current?.lastElementChild?.querySelector('input')?.focus())
  }
  const onEnter = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement && event.target.getAttribute('aria-expanded') !== 'true'
    if (event.key !== 'Enter' || !isField || event.defaultPrevented || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (!moveDown(body.current, event.target)) add()
  }
  return (
    <>
      {rows.length === 0 ? (
        <p className="q-quiet">{t('packing.screen.empty')}</p>
      ) : (
        <div className={classes.tableFrame}>
          <table className={`${classes.table} ${classes.edit}`} aria-label={t('packing.screen.label')}>
            <Heads withNumbers={withNumbers} />
            <tbody ref={body} onKeyDown={onEnter}>
              {rows.map((row, index) => (
                <PackRow
                  key={row.key}
                  {...{ row, index, withNumbers, changes, skus }}
                  range={ranges[index] ?? ''}
                  errors={rowErrors(form.errors, `rows.${index}`)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={classes.bar}>
        <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
          {t('packing.screen.addRow')}
        </Button>
        <Switch
          label={t('packing.screen.more')}
          checked={withNumbers}
          onChange={(event) => showNumbers(event.currentTarget.checked)}
        />
        {rows.length === 0 ? null : <span className="q-quiet">{t('packing.screen.keys')}</span>}
      </div>
    </>
  )
}

function Heads({ withNumbers }: { withNumbers: boolean }) {
  const { t } = useText()
  return (
    <thead>
      <tr>
        <th scope="col">{t('packing.fields.number')}</th>
        <th scope="col">{t('packing.fields.packaging')}</th>
        <th scope="col">{t('packing.fields.pieces')}</th>
        <th scope="col">{t('packing.fields.size')}</th>
        <th scope="col">{t('packing.fields.net')}</th>
        <th scope="col">{t('packing.fields.gross')}</th>
        <th scope="col">{t('packing.fields.contents')}</th>
        {withNumbers ? (
          <>
            <th scope="col">{t('packing.fields.marks')}</th>
            <th scope="col">{t('packing.fields.trackingNumber')}</th>
          </>
        ) : null}
        <td />
      </tr>
    </thead>
  )
}
