// Pieces of tables in which settings are written: a table, a name, adding and removing a row.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import classes from './packing.module.css'

export function SettingTable({ heads, children }: { heads: string[]; children: ReactNode }) {
  return (
    <div className={classes.tableFrame}>
      <table className={`${classes.table} ${classes.edit}`}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

type NameFieldProps = { label: string; value: string; isNeeded?: boolean; onSave: (name: string) => void }

/** Taken when the field is left. */
export function NameField({ label, value, isNeeded = false, onSave }: NameFieldProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const take = () => {
    const name = typed.trim().slice(0, 40)
    if (isNeeded && name === '') setTyped(value)
    else if (name !== value) onSave(name)
  }
  return (
    <WriteGate>
      <TextInput
        w={120}
        aria-label={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </WriteGate>
  )
}

export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div>
      <WriteGate>
        <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={onClick}>
          {label}
        </Button>
      </WriteGate>
    </div>
  )
}

export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <WriteGate>
      <ActionIcon aria-label={label} onClick={onClick}>
        <IconX size={14} stroke={1.5} />
      </ActionIcon>
    </WriteGate>
  )
}
