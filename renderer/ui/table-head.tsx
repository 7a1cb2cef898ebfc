// The head of a table whose columns have words and nothing else.
import { createElement } from 'react'

/** A column's name; `numeric` stands over figures; '' over what needs no name, such as buttons. */
type Head = string | { numeric: string }

export function TableHead({ heads }: { heads: readonly Head[] }) {
  return <thead>{createElement('tr', null, ...heads.map(cellOf))}</thead>
}

function cellOf(head: Head) {
  if (head === '') return <td />
  if (typeof head === 'string') return <th scope="col">{head}</th>
  return (
    <th scope="col" data-numeric>
      {head.numeric}
    </th>
  )
}
