// The field of a cell's editor: a line of text, a choice, or another record by its name.
import { Select, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { takeFirstOption } from '../../take-first-option.ts'
import { isNumeric } from '../grid-column.ts'
import type { AnyColumn } from '../grid-scope.ts'
import classes from './cell-editor.module.css'
import type { Move } from './move.ts'
import { ReferenceField } from './reference-field.tsx'

export type EditorFieldProps = {
  spec: AnyColumn
  text: string
  canBeEmpty: boolean
  isRefused: boolean
  describedBy: string | undefined
  /** Opened without typing: all of the text is selected. */
  selectsAll: boolean
  onChange: (text: string) => void
  onFinish: (move: Move, text?: string) => void
  onCancel: () => void
}

export function EditorField(props: EditorFieldProps) {
  const { spec } = props
  if (spec.kind === 'choice' || spec.kind === 'flag') return <ChoiceField {...props} />
  return spec.edit?.suggest ? <ReferenceField {...props} suggest={spec.edit.suggest} /> : <LineField {...props} />
}

/** Enter, Tab and Escape mean the same in every editor. */
export function editorKeys({ onFinish, onCancel }: Pick<EditorFieldProps, 'onFinish' | 'onCancel'>) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      // Only the edit is given up, not what lies behind it.
      event.stopPropagation()
      onCancel()
    }
    if (event.key === 'Enter') onFinish('down')
    if (event.key === 'Tab') onFinish(event.shiftKey ? 'previous' : 'next')
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      event.stopPropagation()
    }
  }
}

/** Takes the keyboard when the editor opens. */
export function useFocus(selectsAll: boolean) {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const field = ref.current
    field?.focus()
    if (selectsAll) field?.select()
    else field?.setSelectionRange(field.value.length, field.value.length)
  }, [selectsAll])
  return ref
}

function LineField({ spec, text, isRefused, describedBy, selectsAll, onChange, onFinish, onCancel }: EditorFieldProps) {
  const ref = useFocus(selectsAll)
  return (
    <TextInput
      ref={ref}
      classNames={{ input: classes.input }}
      aria-label={spec.label}
      aria-invalid={isRefused || undefined}
      aria-describedby={describedBy}
      error={isRefused}
      data-numeric={isNumeric(spec.kind) || undefined}
      autoComplete="off"
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={editorKeys({ onFinish, onCancel })}
      onBlur={() => onFinish('none')}
    />
  )
}

function ChoiceField({ spec, text, canBeEmpty, isRefused, describedBy, onFinish, onCancel }: EditorFieldProps) {
  const { t } = useText()
  const ref = useFocus(true)
  const flags = [
    { value: 'true', label: t('common.yes') },
    { value: 'false', label: t('common.no') },
  ]
  const keys = editorKeys({ onFinish: (move) => onFinish(move, text), onCancel })
  return (
    <Select
      ref={ref}
      classNames={{ input: classes.input }}
      aria-label={spec.label}
      aria-describedby={describedBy}
      error={isRefused}
      data={spec.kind === 'flag' ? flags : [...(spec.choices ?? [])]}
      value={text === '' ? null : text}
      searchable
      clearable={canBeEmpty}
      allowDeselect={false}
      defaultDropdownOpened
      selectFirstOptionOnChange
      comboboxProps={{ width: 220, position: 'bottom-start', transitionProps: { duration: 0 } }}
      onChange={(next) => onFinish('stay', next ?? '')}
      onBlur={() => onFinish('none', text)}
      onKeyDown={(event) => {
        takeFirstOption(event)
        const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true'
        // While the list is open Enter chooses from it.
        if (event.key !== 'Enter' || !isOpen) keys(event)
      }}
    />
  )
}
