// What the palette offers: pages, saved views, procedures to start, what can be switched; and cases, looked for as somebody types.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Label } from '../../../machines/label.ts'
import { foundCasesQuery } from '../../api/cases.ts'
import { procedureNamesQuery } from '../../api/procedures.ts'
import type { Session } from '../../api/session.ts'
import { viewsQuery } from '../../api/views.ts'
import { useSwitchLanguage } from '../LanguageSwitch.tsx'
import { usePlaces } from '../places.ts'
import { useSettled } from '../settled.ts'
import { useWords } from '../words.ts'
import { searchOf, useColumnsOf } from '../worklist-views.ts'

export type Group = 'pages' | 'cases' | 'views' | 'start' | 'switch'
export type Entry = { key: string; group: Group; label: string; aside?: string; also?: string; run: () => void }

/** Whoever types in the other language finds it too. */
const both = (label: Label) => `${label['zh-CN']} ${label.en}`
const fits = (text: string) => {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean)
  return ({ label, aside = '', also = '' }: Entry) => {
    const words = `${label} ${aside} ${also}`.toLowerCase()
    return parts.every((part) => words.includes(part))
  }
}

export function useEntries(session: Session, text: string, onKeys: () => void): { entries: Entry[]; looking: boolean } {
  const fixed = [...usePages(session), ...useSavedViews(), ...useStarts(session), ...useSwitches(onKeys)]
  const { cases, looking } = useCases(text)
  const found = fixed.filter(fits(text))
  return { entries: text.trim() ? [...cases, ...found] : found, looking }
}

function usePages(session: Session): Entry[] {
  const navigate = useNavigate()
  return usePlaces(session).map(({ to, label, count }) => ({
    key: to,
    group: 'pages',
    label,
    aside: count > 0 ? String(count) : undefined,
    also: to,
    run: () => void navigate({ to, search: {} }),
  }))
}

function useSavedViews(): Entry[] {
  const navigate = useNavigate()
  const { data = [] } = useQuery(viewsQuery)
  const [, show] = useColumnsOf()
  return data.map((view) => ({
    key: view.id,
    group: 'views',
    label: view.name,
    run: () => {
      show(view.columns)
      void navigate({ to: '/', search: searchOf(view) })
    },
  }))
}

function useStarts(session: Session): Entry[] {
  const { t, words } = useWords()
  const navigate = useNavigate()
  const { data = [] } = useQuery(procedureNamesQuery)
  return data
    .filter(({ openedBy }) => openedBy.includes(session.role))
    .map(({ name, label }) => ({
      key: `open ${name}`,
      group: 'start',
      label: t('open.one', { procedure: words(label) }),
      also: both(label),
      run: () => void navigate({ to: '/open/$procedure', params: { procedure: name } }),
    }))
}

function useSwitches(onKeys: () => void): Entry[] {
  const { t } = useWords()
  const switchLanguage = useSwitchLanguage()
  return [
    { key: 'language', group: 'switch', label: t('nav.otherLanguage'), also: 'language 语言', run: () => void switchLanguage() },
    { key: 'keys', group: 'switch', label: t('keys.title'), also: '? keys', run: onKeys },
  ]
}

function useCases(text: string) {
  const { words } = useWords()
  const navigate = useNavigate()
  const q = useSettled(text.trim())
  const { data = [], isFetching } = useQuery({ ...foundCasesQuery(q), enabled: q !== '', placeholderData: keepPreviousData })
  const cases: Entry[] = q
    ? data.map(({ id, number, label, studentName }) => ({
        key: id,
        group: 'cases',
        label: `${number} ${words(label)}`,
        aside: studentName ?? undefined,
        run: () => void navigate({ to: '/cases/$id', params: { id } }),
      }))
    : []
  return { cases: cases.filter(fits(text)), looking: q !== text.trim() || (q !== '' && isFetching) }
}
