// Makes a folder in the one that is looked at, and goes into it.
import { Button, Popover, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PlaceView } from '#shared/schemas/places.ts'
import classes from './places.module.css'

export function NewFolder({ folder, onMade }: { folder: PlaceView; onMade: (token: string) => void }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const make = useMutation({
    mutationFn: () => client.host.places.makeFolder.mutate({ folder: folder.token, name: name.trim() }),
    onSuccess: ({ token }) => {
      setOpen(false)
      setName('')
      onMade(token)
    },
  })
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-end">
      <Popover.Target>
        <Button onClick={() => setOpen((before) => !before)} disabled={!folder.canWrite}>
          {t('places.newFolder')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('places.newFolder')}>
        <div className={classes.newFolder}>
          <TextInput
            label={t('places.folderName')}
            data-autofocus
            value={name}
            error={make.error ? errorMessage(t, make.error) : null}
            onChange={(event) => {
              setName(event.currentTarget.value)
              make.reset()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // The form around is not meant.
              event.preventDefault()
              if (name.trim()) make.mutate()
            }}
          />
          <Button variant="filled" disabled={!name.trim()} loading={make.isPending} onClick={() => make.mutate()}>
            {t('places.makeFolder')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
