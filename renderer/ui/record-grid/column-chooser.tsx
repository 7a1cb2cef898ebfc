// Which columns a list shows, and in which order; by mouse or by key. (Dragging a head moves a column as well.)
import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconColumns3 } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import classes from './column-chooser.module.css'

export type ChosenColumn = { key: string; label: string; isHidden: boolean }

type ColumnChooserProps = {
  columns: readonly ChosenColumn[]
  onShow: (key: string, isShown: boolean) => void
  onMove: (key: string, by: -1 | 1) => void
  onReset: () => void
}

export function ColumnChooser({ columns, onShow, onMove, onReset }: ColumnChooserProps) {
  const { t } = useText()
  const shownCount = columns.filter((column) => !column.isHidden).length
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" aria-label={t('lists.columns')} title={t('lists.columns')}>
          <IconColumns3 size={15} stroke={1.5} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <ScrollArea.Autosize mah={380} type="auto">
          <Stack gap={0} w={250} role="group" aria-label={t('lists.columns')}>
            {columns.map((column, index) => (
              <Group key={column.key} className={classes.row} wrap="nowrap" gap={0}>
                <Checkbox
                  flex={1}
                  label={column.label}
                  checked={!column.isHidden}
                  disabled={!column.isHidden && shownCount === 1}
                  onChange={(event) => onShow(column.key, event.currentTarget.checked)}
                />
                <MoveButton column={column} by={-1} isOff={index === 0} onMove={onMove} />
                <MoveButton column={column} by={1} isOff={index === columns.length - 1} onMove={onMove} />
              </Group>
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Button fullWidth mt="sm" onClick={onReset}>
          {t('lists.columnsReset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

type MoveButtonProps = { column: ChosenColumn; by: -1 | 1; isOff: boolean; onMove: ColumnChooserProps['onMove'] }

function MoveButton({ column, by, isOff, onMove }: MoveButtonProps) {
  const { t } = useText()
  const label = `${t(by < 0 ? 'common.moveUp' : 'common.moveDown')}: ${column.label}`
  return (
    <ActionIcon size={22} aria-label={label} disabled={isOff} onClick={() => onMove(column.key, by)}>
      {by < 0 ? <IconChevronUp size={14} stroke={1.5} /> : <IconChevronDown size={14} stroke={1.5} />}
    </ActionIcon>
  )
}
