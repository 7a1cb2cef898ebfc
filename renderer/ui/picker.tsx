// Chooses one record out of many: asks the book while typing. Holds id and name together, so that it can show what it has.
import { Combobox, TextInput, type TextInputProps, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import type { TextRange } from '#shared/schemas/search.ts'
import { MarkedText } from './marked-text.tsx'
import classes from './picker.module.css'

export type PickerOption = {
  id: number
  name: string
  /** Quiet text behind the name. */
  detail?: string
  /** Where what was typed stands in name and detail. */
  marks?: readonly TextRange[]
  detailMarks?: readonly TextRange[]
}

export type PickerProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  value?: PickerOption | null
  onChange: (option: PickerOption | null) => void
  /** What is suggested for a text; for the empty text, the first ones. */
  suggest: (text: string) => Promise<PickerOption[]>
  /** Names the suggestions for the cache, such as `products`; starts with the feature that answers. */
  source: readonly [feature: string, ...rest: string[]]
  /** Wider than the field where that is narrow. */
  dropdownWidth?: number
}

export function Picker({ value = null, onChange, suggest, source, dropdownWidth, ...props }: PickerProps) {
  const { t } = useText()
  const picker = usePicker({ value, onChange, suggest, source })
  const label = String(props.label ?? props['aria-label'] ?? '')
  return (
    <Combobox
      store={picker.combobox}
      onOptionSubmit={picker.chooseById}
      width={dropdownWidth ?? 'target'}
      position="bottom-start"
      transitionProps={{ duration: 0 }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          autoComplete="off"
          {...props}
          role="combobox"
          value={picker.shown}
          onChange={(event) => picker.type(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => picker.combobox.openDropdown()}
          onBlur={picker.leave}
          onKeyDown={picker.onKeyDown}
          rightSection={
            value && !props.disabled ? (
              <Combobox.ClearButton
                size="sm"
                onClear={() => onChange(null)}
                aria-label={t('fields.picker.clear', { label })}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={value ? 'all' : 'none'}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} mah={260} className={classes.options}>
          {picker.options.map((option) => (
            <Combobox.Option key={option.id} value={String(option.id)} className={classes.row}>
              <MarkedText text={option.name} marks={option.marks} />{' '}
              {option.detail ? (
                <span className="q-quiet">
                  <MarkedText text={option.detail} marks={option.detailMarks} />
                </span>
              ) : null}
            </Combobox.Option>
          ))}
          {picker.options.length === 0 ? (
            <Combobox.Empty>
              {picker.error ? errorMessage(t, picker.error) : null}
              {!picker.error && picker.isAsking ? t('fields.picker.loading') : null}
              {!picker.error && !picker.isAsking ? t('fields.picker.none', { text: picker.typed ?? '' }) : null}
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const typingPauseMs = 60

function usePicker({
  value,
  onChange,
  suggest,
  source,
}: Required<Pick<PickerProps, 'value' | 'onChange' | 'suggest' | 'source'>>) {
  const [isOpen, setOpen] = useState(false)
  // Null while nothing is being typed: the field shows what is chosen.
  const [typed, setTyped] = useState<string | null>(null)
  const combobox = useCombobox({
    opened: isOpen,
    onOpenedChange: setOpen,
    onDropdownClose: () => combobox.resetSelectedOption(),
  })
  const text = typed ?? ''
  const [asked] = useDebouncedValue(text, typingPauseMs)
  const query = useQuery({
    queryKey: [source, 'suggest', asked],
    queryFn: () => suggest(asked),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })
  const options = query.data ?? []
  const isAsking = query.isFetching || asked !== text
  const choose = (option: PickerOption | undefined) => {
    if (option) onChange(option)
    setTyped(null)
    combobox.closeDropdown()
  }
  const wantsFirst = useAnswer(isOpen && text !== '' && !isAsking && !query.isPlaceholderData, () => {
    if (wantsFirst.current) choose(options[0])
    else combobox.selectFirstOption()
    wantsFirst.current = false
  })
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter before the answer is here means the first of what will come; it must not send the form.
    if (event.key !== 'Enter' || !isOpen || text === '' || !isAsking) return
    event.preventDefault()
    wantsFirst.current = true
  }
  return {
    combobox,
    options,
    typed,
    isAsking,
    error: query.error,
    shown: typed ?? value?.name ?? '',
    chooseById: (id: string) => choose(options.find((option) => String(option.id) === id)),
    type: (next: string) => {
      setTyped(next)
      combobox.openDropdown()
    },
    leave: () => {
      if (typed === '') onChange(null)
      setTyped(null)
      combobox.closeDropdown()
    },
    onKeyDown,
  }
}

/** Runs `onAnswer` each time an answer to what was typed has come; holds whether Enter waits for it. */
function useAnswer(isAnswered: boolean, onAnswer: () => void) {
  const wantsFirst = useRef(false)
  const latest = useRef(onAnswer)
  latest.current = onAnswer
  useEffect(() => {
    if (isAnswered) latest.current()
  }, [isAnswered])
  return wantsFirst
}
