// The editor in a cell. It keeps what was typed until the book has taken it: a refusal is said at the cell, with the text
// still in it.
import { Popover } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { CustomCellEditorProps } from 'ag-grid-react'
import { useEffect, useId, useRef, useState } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import type { CellRefusal } from '#shared/schemas/cells.ts'
import { type AnyColumn, useGridScope } from '../grid-scope.ts'
import classes from './cell-editor.module.css'
import { draftKey, type Editing, editText } from './editing.ts'
import { EditorField } from './editor-field.tsx'
import { type Move, moveFrom } from './move.ts'
import { refusalText } from './refusal-text.ts'

type Row = { id: number }
type EditorProps = CustomCellEditorProps<Row>

/** The grid takes the data away, or puts another record's here, before it closes the editor of a row that is gone. */
export function CellEditor(props: Partial<Pick<EditorProps, 'data'>> & Omit<EditorProps, 'data'>) {
  const { data } = props
  return data ? <OpenEditor key={data.id} {...props} data={data} /> : null
}

function OpenEditor({ data, column, node, api, eventKey, stopEditing }: EditorProps) {
  const { columns, editing, nameOf } = useGridScope()
  const spec = columns.find((one) => one.key === column.getColId())
  const shown = useEditor({ row: data, spec, editing, eventKey })
  const leave = useLeave(shown, nameOf(data))
  const isKeeping = useRef(false)
  if (!spec) return null
  const finish = async (move: Move, text = shown.text) => {
    // The field loses the focus when its editor goes, and while its value is on the way.
    if (leave.isDone.current || isKeeping.current) return
    isKeeping.current = true
    const refusal = await shown.keep(text)
    isKeeping.current = false
    if (refusal) return
    leave.isDone.current = true
    stopEditing()
    moveFrom(api, { rowIndex: node.rowIndex ?? 0, column: column.getColId() }, move, editing.columns)
  }
  const cancel = () => {
    leave.isDone.current = true
    shown.forget()
    stopEditing(true)
    api.setFocusedCell(node.rowIndex ?? 0, column.getColId())
  }
  return (
    <RefusalAt refusal={shown.refusal}>
      {(describedBy) => (
        <EditorField
          spec={spec}
          text={shown.text}
          canBeEmpty={editing.columns.get(spec.key)?.canBeEmpty ?? true}
          isRefused={shown.refusal !== null}
          describedBy={describedBy}
          selectsAll={shown.selectsAll}
          onChange={shown.setText}
          onFinish={finish}
          onCancel={cancel}
        />
      )}
    </RefusalAt>
  )
}

type EditorInput = { row: Row; spec: AnyColumn | undefined; editing: Editing; eventKey: string | null }

function useEditor({ row, spec, editing, eventKey }: EditorInput) {
  const { t } = useText()
  const key = draftKey(row.id, spec?.key ?? '')
  const [draft] = useState(() => editing.drafts.get(key))
  const [before] = useState(() => (spec ? editText(spec as Parameters<typeof editText<Row>>[0], row) : ''))
  // A key that types replaces what is there, as in a spreadsheet.
  const typed = eventKey === 'Backspace' ? '' : eventKey?.length === 1 && spec?.kind !== 'flag' ? eventKey : null
  const [text, setText] = useState(draft?.text ?? typed ?? before)
  const [refusal, setRefusal] = useState<CellRefusal | null>(draft?.refusal ?? null)
  const forget = () => editing.drafts.delete(key)
  /** Null where it was taken; else why it was not, and the text waits for the cell to be opened again. */
  const keep = async (wanted: string): Promise<CellRefusal | null> => {
    if (wanted === before) {
      forget()
      return null
    }
    const problem = await editing.save(row.id, spec?.key ?? '', wanted).catch((error) => ({
      code: 'cells/failed',
      details: { why: errorMessage(t, error) },
    }))
    setRefusal(problem)
    if (problem) editing.drafts.set(key, { text: wanted, refusal: problem })
    else forget()
    return problem
  }
  const change = (next: string) => {
    setText(next)
    setRefusal(null)
  }
  return { before, text, setText: change, refusal, keep, forget, selectsAll: typed === null }
}

/** An editor that the grid closes (a click elsewhere, scrolled out of sight) still keeps what was typed, or says why not. */
function useLeave({ before, text, keep }: ReturnType<typeof useEditor>, name: string) {
  const { t } = useText()
  const isDone = useRef(false)
  const latest = useRef({ before, text, keep, name, t })
  latest.current = { before, text, keep, name, t }
  useEffect(
    () => () => {
      const { before: was, text: now, keep: save, name: title, t: say } = latest.current
      if (isDone.current || now === was) return
      void save(now).then((refusal) => {
        if (refusal) notifications.show({ color: 'red', title, message: refusalText(say, refusal) })
      })
    },
    [],
  )
  return { isDone }
}

type RefusalAtProps = {
  refusal: CellRefusal | null
  children: (describedBy: string | undefined) => React.ReactNode
}

/** The sentence hangs below the cell, over the rows. */
function RefusalAt({ refusal, children }: RefusalAtProps) {
  const { t } = useText()
  const id = useId()
  return (
    <Popover opened={refusal !== null} position="bottom-start" width={280} withRoles={false} withinPortal>
      <Popover.Target>
        <div className={classes.cell}>{children(refusal ? id : undefined)}</div>
      </Popover.Target>
      <Popover.Dropdown id={id} role="alert" className={classes.refusal} p="xs">
        {refusal ? refusalText(t, refusal) : null}
      </Popover.Dropdown>
    </Popover>
  )
}
