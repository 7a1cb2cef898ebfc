// The editor of a cell that names another record.
import type { Suggest } from '../grid-column.ts'
import classes from './cell-editor.module.css'
import { type EditorFieldProps, editorKeys, useFocus } from './editor-field.tsx'
import { SuggestingInput } from './suggesting-input.tsx'

export function ReferenceField({ suggest, ...props }: EditorFieldProps & { suggest: Suggest }) {
  const { spec, text, isRefused, describedBy, selectsAll, onChange, onFinish, onCancel } = props
  const ref = useFocus(selectsAll)
  const keys = editorKeys({ onFinish, onCancel })
  return (
    <SuggestingInput
      ref={ref}
      suggest={suggest}
      asker={spec.key}
      classNames={{ input: classes.input }}
      aria-label={spec.label}
      aria-invalid={isRefused || undefined}
      aria-describedby={describedBy}
      error={isRefused}
      maxDropdownHeight={260}
      comboboxProps={{ width: 280, position: 'bottom-start', transitionProps: { duration: 0 } }}
      value={text}
      onChange={onChange}
      onOptionSubmit={(chosen) => onFinish('stay', chosen)}
      onBlur={() => onFinish('none')}
      onKeyDown={(event) => {
        const isChoosing = event.key === 'Enter' && event.currentTarget.getAttribute('aria-activedescendant') !== null
        if (!isChoosing) keys(event)
      }}
    />
  )
}
