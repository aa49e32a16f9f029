// A published description drawn as a Mermaid statechart: text for documents and for the snapshot beside each procedure's tests.
import type { Description } from './describe.ts'
import type { Label, Locale } from './label.ts'

type State = Description['states'][number]
type Transition = Description['transitions'][number]
/** `in` is the path of the state that holds both ends, '' for the machine itself. */
type Arrow = { in: string; from: string; to: string; text: string }
type Drawing = { description: Description; locale: Locale; arrows: Arrow[] }

/** Mermaid's layout fails on states nested deeper; what lies below is left to the table of states. */
export const deepest = 5

const parentOf = (path: string) => path.split('.').slice(0, -1).join('.')
const lineage = (path: string) => path.split('.').map((_, index, keys) => keys.slice(0, index + 1).join('.'))
const idOf = (path: string) => path.replaceAll('.', '_')
const isWithin = (path: string, holder: string) => holder === '' || path.startsWith(`${holder}.`)
// A colon, a semicolon and a hash mean something to Mermaid.
const escaped = (text: string) => text.replaceAll(/[#;:"]/g, (sign) => `#${sign.charCodeAt(0)};`)

/**
 * The statechart as `stateDiagram-v2`. Mermaid draws no arrow from inside one state into another, so an arrow begins at the outermost state
 * that does not hold its target; what can happen in every step is a note at its target. The first state drawn in a step is its initial one.
 */
export const mermaid = (description: Description, locale: Locale): string => {
  const drawing = { description, locale, arrows: arrowsOf(description, locale) }
  const lines = [`[*] --> ${idOf(description.initial)}`, ...inside(drawing, ''), ...anytime(drawing)]
  return ['stateDiagram-v2', ...indented(lines), ''].join('\n')
}

const indented = (lines: string[]) => lines.map((line) => `  ${line}`)

const inside = (drawing: Drawing, holder: string): string[] => {
  const states = drawing.description.states.filter(({ path }) => parentOf(path) === holder)
  const parallel = drawing.description.states.find(({ path }) => path === holder)?.type === 'parallel'
  const blocks = states.map((state) => block(drawing, state))
  const arrows = drawing.arrows.filter((arrow) => arrow.in === holder).map(({ from, to, text }) => `${idOf(from)} --> ${idOf(to)}${text}`)
  const ends = states.filter(({ type }) => type === 'final').map(({ path }) => `${idOf(path)} --> [*]`)
  return [...blocks.flatMap((lines, index) => (parallel && index > 0 ? ['--', ...lines] : lines)), ...new Set(arrows), ...ends]
}

const block = (drawing: Drawing, { path, type, label, clause }: State): string[] => {
  const name = `state "${escaped(label[drawing.locale])} (${clause})" as ${idOf(path)}`
  if ((type !== 'compound' && type !== 'parallel') || lineage(path).length >= deepest) return [name]
  const first = drawing.description.states.find((state) => parentOf(state.path) === path)!
  const begin = type === 'compound' ? [`[*] --> ${idOf(first.path)}`] : []
  return [`${name} {`, ...indented([...begin, ...inside(drawing, path)]), '}']
}

const arrowsOf = ({ transitions }: Description, locale: Locale): Arrow[] =>
  transitions.flatMap((transition) => {
    if (transition.from === '' || isQuiet(transition)) return []
    return transition.to.map((to) => arrow(transition, to, textOf(transition, locale)))
  })
/** A passed deadline that only tells somebody moves nothing. */
const isQuiet = ({ from, to, deadline }: Transition) => deadline !== undefined && to.every((path) => path === from)

const arrow = ({ from }: Transition, to: string, text: string): Arrow => {
  const holder = ['', ...lineage(from)].findLast((path) => isWithin(from, path) && isWithin(to, path))!
  const end = (path: string) => lineage(path).find((step) => parentOf(step) === holder)!
  return { in: holder, from: end(from), to: end(to), text }
}

const textOf = ({ event, label, guard, deadline }: Transition, locale: Locale) => {
  const words = event === '' ? '' : deadline ? `⏱ ${label[locale]}` : label[locale]
  const text = [escaped(words), guard && `[${guard}]`].filter(Boolean).join(' ')
  return text && `: ${text}`
}

const everywhere: Label = { 'zh-CN': '任何步骤', en: 'In every step' }
const anytime = ({ description, locale }: Drawing): string[] => {
  const rows = description.transitions.filter(({ from, to }) => from === '' && to.some((path) => path !== ''))
  const notes = rows.flatMap(({ to, label }) =>
    to.map((path) => `note right of ${idOf(path)} : ${everywhere[locale]} – ${escaped(label[locale])}`),
  )
  return [...new Set(notes)]
}
