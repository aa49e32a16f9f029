// The roles that may open a case of a procedure.
import { roles } from '../../machines/departments.ts'
import type { Named } from '../api/procedures.ts'
import { useWords } from './words.ts'

export function OpenedBy({ openedBy }: Pick<Named, 'openedBy'>) {
  const { t, words, list } = useWords()
  return t('handbook.openedBy', { roles: list(openedBy.map((role) => words(roles[role].label))) })
}
