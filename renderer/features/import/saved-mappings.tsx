// Mappings under a name: this file's can be remembered, another one's used, one that is wrong forgotten.
import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Inspection } from '#shared/schemas/imports.ts'
import { withMapping } from './carried-choices.ts'
import { type ImportFile, mappingOf } from './import-file.ts'
import classes from './saved-mappings.module.css'
import { changeFile, useSession } from './session-store.ts'

export function SavedMappings({ file, inspection }: { file: ImportFile; inspection: Inspection }) {
  const { t } = useText()
  return (
    <section className={classes.bar}>
      {inspection.savedMapping === null ? null : (
        <p className={classes.used}>{t('import.saved.used', { name: inspection.savedMapping })}</p>
      )}
      <RememberMapping key={file.id} file={file} inspection={inspection} />
      <ChooseMapping file={file} inspection={inspection} />
    </section>
  )
}

function RememberMapping({ file, inspection }: { file: ImportFile; inspection: Inspection }) {
  const { t } = useText()
  const { shared } = useSession()
  const [name, setName] = useState(inspection.savedMapping ?? '')
  const save = useMutation({
    mutationFn: async () => {
      const mapping = mappingOf(file, { ...shared, makeMissing: false })
      if (!mapping) return
      await client.imports.saveMapping.mutate({
        name,
        headers: inspection.columns.map((column) => column.name),
        mapping,
      })
    },
    onSuccess: () => notifications.show({ message: t('import.saved.done', { name }) }),
    onError: (error) => sayError(t, error),
  })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') save.mutate()
      }}
    >
      <TextInput
        label={t('import.saved.name')}
        description={t('import.saved.saveText')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <WriteGate>
        <Button type="submit" className={classes.save} disabled={name.trim() === ''} loading={save.isPending}>
          {t('import.saved.save')}
        </Button>
      </WriteGate>
    </form>
  )
}

function ChooseMapping({ file, inspection }: { file: ImportFile; inspection: Inspection }) {
  const { t } = useText()
  const saved = useQuery(trpc.imports.mappings.queryOptions())
  const forget = useMutation({
    mutationFn: ({ id }: { id: number; name: string }) => client.imports.removeMapping.mutate({ id }),
    onSuccess: (_, { name }) => notifications.show({ message: t('import.saved.removed', { name }) }),
    onError: (error) => sayError(t, error),
  })
  const fitting = (saved.data ?? []).filter(({ kind }) => kind === inspection.kind)
  if (fitting.length === 0) return null
  return (
    <Menu>
      <Menu.Target>
        <Button className={classes.choose} leftSection={<IconBookmark size={14} stroke={1.5} />}>
          {t('import.saved.choose')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fitting.map(({ id, name, mapping }) => (
          <div key={id} className={classes.item}>
            <Menu.Item
              onClick={() =>
                changeFile(file.id, (entry) => ({
                  ...entry,
                  columns: {},
                  answers: {},
                  inspection: { ...withMapping(inspection, mapping), savedMapping: name },
                }))
              }
            >
              {t('import.saved.apply', { name })}
            </Menu.Item>
            <WriteGate>
              <ActionIcon aria-label={t('import.saved.remove', { name })} onClick={() => forget.mutate({ id, name })}>
                <IconTrash size={14} stroke={1.5} />
              </ActionIcon>
            </WriteGate>
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
