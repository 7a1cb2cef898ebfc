// Another record by its name or code: suggestions while typing, and the text itself where none is chosen.
import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Suggest } from '../grid-column.ts'
import classes from './cell-editor.module.css'
import { type EditorFieldProps, editorKeys, useFocus } from './editor-field.tsx'

const typingPauseMs = 100

export function ReferenceField({ suggest, ...props }: EditorFieldProps & { suggest: Suggest }) {
  const { spec, text, isRefused, describedBy, selectsAll, onChange, onFinish, onCancel } = props
  const ref = useFocus(selectsAll)
  const [asked] = useDebouncedValue(text, typingPauseMs)
  const { data } = useQuery({
    queryKey: [[suggest.feature, 'suggest'], 'cells', spec.key, asked],
    queryFn: () => suggest.ask(asked),
    placeholderData: keepPreviousData,
  })
  const options = new Map((data ?? []).map((option) => [option.text, option]))
  const keys = editorKeys({ onFinish, onCancel })
  return (
    <Autocomplete
      ref={ref}
      classNames={{ input: classes.input }}
      aria-label={spec.label}
      aria-invalid={isRefused || undefined}
      aria-describedby={describedBy}
      error={isRefused}
      data={[...options.keys()]}
      // The book has found them already, in more ways than by their text.
      filter={({ options: all }) => all}
      renderOption={({ option }) => {
        const known = options.get(option.value)
        return (
          <>
            {known?.name ?? option.value} {known?.detail ? <span className="q-quiet">{known.detail}</span> : null}
          </>
        )
      }}
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
