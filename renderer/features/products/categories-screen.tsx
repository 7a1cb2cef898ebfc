// Categories: few enough to stand on one page.
import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { filtersToText } from '#renderer/lib/list-address.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ChangedNotice, changedSinceOf } from '#renderer/ui/record-form/changed-since.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type Category, type CategoryInput, categoryInput } from '#shared/schemas/catalog.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { ProductName } from './product-name.tsx'
import classes from './products.module.css'

export function CategoriesScreen() {
  const { t, format } = useText()
  const [archived, setArchived] = useState(false)
  const query = useQuery(trpc.categories.list.queryOptions({ archived }))
  const [edited, setEdited] = useState<Revised<Category> | 'new' | null>(null)
  const add = () => setEdited('new')
  const { ifMayWrite } = useMayWrite()
  useHotkeys([['N', ifMayWrite(add)]])
  const button = (
    <WriteGate>
      <Button variant="filled" onClick={add}>
        {t('categories.new')}
      </Button>
    </WriteGate>
  )
  const count = query.data?.length ?? 0
  return (
    <Page
      title={t('categories.title')}
      subtitle={query.data ? t('categories.count', { count, formatted: format.number(count) }) : undefined}
      actions={
        <>
          <Button aria-pressed={archived} onClick={() => setArchived(!archived)}>
            {t(archived ? 'lists.showLive' : 'lists.showArchived')}
          </Button>
          {button}
        </>
      }
    >
      <QueryState query={query}>
        {(categories) =>
          categories.length === 0 ? (
            <NoCategories archived={archived} action={button} />
          ) : (
            <CategoryTable categories={categories} onEdit={setEdited} />
          )
        }
      </QueryState>
      {edited ? <CategoryDialog category={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </Page>
  )
}

function NoCategories({ archived, action }: { archived: boolean; action: ReactNode }) {
  const { t } = useText()
  if (archived) return <EmptyState title={t('lists.empty.archived')}>{t('lists.empty.archivedText')}</EmptyState>
  return (
    <EmptyState title={t('categories.empty.title')} actions={action}>
      {t('categories.empty.text')}
    </EmptyState>
  )
}

function CategoryTable({
  categories,
  onEdit,
}: {
  categories: readonly Revised<Category>[]
  onEdit: (category: Revised<Category>) => void
}) {
  const { t, format, language } = useText()
  return (
    <table className={classes.table}>
      <TableHead
        heads={[
          t('categories.fields.name'),
          t('categories.fields.description'),
          { numeric: t('categories.fields.productCount') },
          '',
        ]}
      />
      <tbody>
        {categories.map((category) => {
          const name = nameIn(language, { name: category.nameEn, nameZh: category.nameZh })
          const search = { f: filtersToText([{ column: 'category', op: 'is', values: [name] }]) }
          return (
            <tr key={category.id}>
              <td>
                <ProductName {...category} />
              </td>
              <td className="q-quiet">{category.description}</td>
              <td data-numeric>
                <Link
                  className={classes.link}
                  to="/products"
                  search={search}
                  aria-label={t('categories.showProducts', { name, count: format.number(category.productCount) })}
                >
                  {format.number(category.productCount)}
                </Link>
              </td>
              <td data-numeric>
                <WriteGate>
                  <Button variant="subtle" onClick={() => onEdit(category)} aria-label={`${t('common.edit')}: ${name}`}>
                    {t('common.edit')}
                  </Button>
                </WriteGate>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function CategoryDialog({ category, onClose }: { category: Revised<Category> | null; onClose: () => void }) {
  const { t } = useText()
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      nameEn: category?.nameEn ?? '',
      nameZh: category?.nameZh ?? '',
      description: category?.description ?? '',
    },
  })
  const saving = useMutation({
    mutationFn: async ({ input, seen }: { input: CategoryInput; seen: string | undefined }) => {
      if (category) await client.categories.edit.mutate({ id: category.id, seen, category: input })
      else await client.categories.add.mutate(input)
    },
    onSuccess: () => {
      notifications.show({ message: t('categories.saved') })
      onClose()
    },
    onError: (error) => form.setErrors(fieldErrors(t, error, 'category')),
  })
  const changed = saving.error ? changedSinceOf(failureOf(saving.error)) : null
  const send = (seen: string | undefined) => {
    const read = parseFields(categoryInput, form.values)
    if (read.ok) saving.mutate({ input: read.value, seen })
    else form.setErrors(fieldMessages(t, read.problems))
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    send(category?.revision)
  }
  useHotkeys([['mod+S', () => submit()]], [])
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(category ? 'categories.edit' : 'categories.new')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput label={t('categories.fields.nameEn')} data-autofocus {...form.getInputProps('nameEn')} />
        <TextInput label={t('categories.fields.nameZh')} lang="zh-CN" {...form.getInputProps('nameZh')} />
        <Textarea label={t('categories.fields.description')} {...form.getInputProps('description')} />
        {changed ? (
          <ChangedNotice changed={changed} isBusy={saving.isPending} onSaveMine={() => send(changed.revision)} />
        ) : null}
        {saving.error && !changed ? <p role="alert">{errorMessage(t, saving.error)}</p> : null}
        <div className={classes.formActions}>
          {category ? (
            <ArchiveButton
              archived={category.archived}
              archive={() => client.categories.archive.mutate({ ids: [category.id] }).then(onClose)}
              unarchive={() => client.categories.unarchive.mutate({ ids: [category.id] }).then(onClose)}
            />
          ) : null}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={saving.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
