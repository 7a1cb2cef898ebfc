// The frame of a filter's editor that is applied as a whole: Enter applies, and what is set can be cleared.
import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { Filter } from '#shared/schemas/paging.ts'
import type { AnyColumn } from './grid-scope.ts'

export type FilterEditorProps = {
  column: AnyColumn
  own: readonly Filter[]
  onChange: (own: Filter[]) => void
  onDone: () => void
}

type FilterFormProps = Pick<FilterEditorProps, 'own' | 'onChange' | 'onDone'> & {
  /** The filters as they stand in the editor. */
  filters: () => Filter[]
  children: ReactNode
}

export function FilterForm({ own, onChange, onDone, filters, children }: FilterFormProps) {
  const { t } = useText()
  const finish = (next: Filter[]) => {
    onChange(next)
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    finish(filters())
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" w={280}>
        {children}
        <Group gap="sm" justify="flex-end">
          {own.length > 0 ? <Button onClick={() => finish([])}>{t('common.clear')}</Button> : null}
          <Button type="submit" variant="filled">
            {t('common.apply')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
