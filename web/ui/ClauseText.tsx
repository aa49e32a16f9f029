// A clause of the regulations: its number and what it asks, in the institution's words.
import { useQuery } from '@tanstack/react-query'
import { clausesQuery } from '../api/procedures.ts'
import { useWords } from './words.ts'

export function ClauseText({ id }: { id: string }) {
  const { words } = useWords()
  const { data = [] } = useQuery(clausesQuery)
  const clause = data.find((one) => one.id === id)
  return (
    <span>
      <span className="tag">{id}</span>
      {words(clause?.text)}
    </span>
  )
}
