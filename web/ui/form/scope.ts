// What the fields of one form may look at beside themselves: the case it belongs to, and words for values only the case can name.
import { createContext, type ReactNode, useContext } from 'react'

/**
 * `student` is the case's student, where the form itself names none; `wording` names a value of a field that carries no label of its own;
 * `beside` says more about a field, under its input.
 */
export type Scope = {
  student?: string | null
  studentName?: string | null
  wording?: (field: string, value: string) => string | undefined
  beside?: (field: string) => ReactNode
}
const ScopeContext = createContext<Scope>({})
export const ScopeProvider = ScopeContext.Provider
export const useScope = () => useContext(ScopeContext)
