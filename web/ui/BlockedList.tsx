// What the reader cannot do, and why.
import { LockOutlined } from '@ant-design/icons'
import type { Blocked } from '../api/cases.ts'
import { useWords } from './words.ts'

export function BlockedList({ blocked }: { blocked: Blocked[] }) {
  const { words, colon } = useWords()
  if (!blocked.length) return null
  return (
    <ul className="blocked">
      {blocked.map(({ type, label, reason }) => (
        <li key={type}>
          <LockOutlined aria-hidden /> {words(label)}
          {colon}
          {words(reason)}
        </li>
      ))}
    </ul>
  )
}
