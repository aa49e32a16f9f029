// Forms begun and not yet sent, kept in this browser: per person, by what they are about and what would be recorded.
import type { Answers } from '../form/answers.ts'

/** What a draft is of: a case's id (or what is being opened), and the event, act or opening. */
export type DraftOf = { user: string; about: string; type: string }
/** An attempt to send that may or may not have arrived: the same answers go again under the same key. */
export type Attempt = { text: string; key: string }
/** `at` is when it was last typed into, `seen` the case's newest event when it was begun; null stands for what was emptied. */
export type Draft = { answers: Answers; at: string; seen?: number; attempt?: Attempt }
export type Kept = { of: DraftOf; draft: Draft }

const begins = 'anjuan.draft '
const nameOf = ({ user, about, type }: DraftOf) => `${begins}${[user, about, type].map(encodeURIComponent).join(' ')}`
const ofName = (name: string): DraftOf => {
  const [user = '', about = '', type = ''] = name.slice(begins.length).split(' ').map(decodeURIComponent)
  return { user, about, type }
}

/** As long as the server keeps the key of an attempt. */
export const keptDays = 7
const keptFor = keptDays * 86_400_000

function read(name: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null
    return draft && Date.now() - Date.parse(draft.at) < keptFor ? draft : null
  } catch {
    return null
  }
}
const names = () => Object.keys(localStorage).filter((name) => name.startsWith(begins))

export const readDraft = (of: DraftOf): Draft | null => read(nameOf(of))
export const dropDraft = (of: DraftOf) => drop([nameOf(of)])
function drop(gone: string[]) {
  for (const name of gone) localStorage.removeItem(name)
  if (gone.length) tell()
}

/** A browser that is full or keeps nothing loses the draft, and nothing else. */
export function keepDraft(of: DraftOf, draft: Draft) {
  try {
    localStorage.setItem(
      nameOf(of),
      JSON.stringify(draft, (_, value) => (value === undefined ? null : value)),
    )
    tell()
  } catch {}
}

const unwritten = new Set<() => void>()
/** `write` keeps what was typed a moment ago; it is called when the page goes away, and when all of them are asked to. */
export function keptBeforeLeaving(write: () => void): () => void {
  unwritten.add(write)
  window.addEventListener('pagehide', write)
  return () => {
    unwritten.delete(write)
    window.removeEventListener('pagehide', write)
  }
}
/** Keeps whatever was typed a moment ago. */
export const keepAll = () => {
  for (const write of unwritten) write()
}

/** Somebody's drafts with anything in them, of one case or of all. */
export const draftsOf = (user: string, about?: string): Kept[] =>
  names()
    .map((name) => ({ of: ofName(name), draft: read(name) }))
    .filter((kept): kept is Kept => kept.draft !== null && Object.keys(kept.draft.answers).length > 0)
    .filter(({ of }) => of.user === user && (about === undefined || of.about === about))

export const dropDraftsOf = (user: string) => drop(names().filter((name) => ofName(name).user === user))
/** Whoever comes next to this computer finds nothing older than it is kept. */
export const dropExpired = () => drop(names().filter((name) => read(name) === null))

const watchers = new Set<() => void>()
let version = 0
const tell = () => {
  version++
  for (const watcher of watchers) watcher()
}
/** For who shows drafts: hears of every change, those in other tabs included. */
export function watchDrafts(watcher: () => void): () => void {
  watchers.add(watcher)
  window.addEventListener('storage', tell)
  return () => {
    watchers.delete(watcher)
    if (!watchers.size) window.removeEventListener('storage', tell)
  }
}
export const draftsVersion = () => version
