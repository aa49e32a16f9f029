// What somebody did, in a sentence a colleague would say.
import type { TFunction } from 'i18next'
import type { ActName } from '../../machines/acts.ts'
import type { HistoryEvent } from '../api/cases.ts'
import type { Described } from '../api/procedures.ts'
import { usePersonName } from './names.tsx'
import { useWords } from './words.ts'

type Slots = { who: string; step: string; to: string; n: number }
const acts: Record<ActName, (t: TFunction, slots: Slots) => string> = {
  'step.claimed': (t, slots) => t('history.claimed', slots),
  'step.released': (t, slots) => t('history.released', slots),
  'step.handedOver': (t, slots) => t('history.handedOver', slots),
  'case.copied': (t, slots) => t('history.copied', slots),
  'case.nudged': (t, slots) => t('history.nudged', slots),
  'comment.added': (t, slots) => t('history.commented', slots),
  'attachment.added': (t, { who, n }) => t('history.attached', { who, count: n }),
  'record.corrected': (t, slots) => t('history.correctedNth', slots),
  'person.named': (t, slots) => t('history.named', slots),
}
/** What an act's sentence says already. */
export const saidInSentence = ['step', 'user', 'sequence', 'mentions', 'events']

export const bySystem = ({ actor }: Pick<HistoryEvent, 'actor'>) => actor === 'clock' || actor === 'system'

/** Who did it, deputies with whom they act for. */
export function useWho() {
  const { t } = useWords()
  return (event: HistoryEvent): string => {
    if (bySystem(event)) return t('person.system')
    const { actorName, onBehalfOfName } = event
    return onBehalfOfName ? t('history.onBehalf', { deputy: actorName, principal: onBehalfOfName }) : (actorName ?? '')
  }
}

/** The sentence of an act; null for what a procedure calls by its own label. */
export function useActSentence({ states }: Described) {
  const { t, words } = useWords()
  const who = useWho()
  const person = usePersonName()
  return (event: HistoryEvent): string | null => {
    if (!event.act) return null
    const { type, facts } = event
    const { step, user, sequence, attachments } = facts as { step?: string; user?: string; sequence?: number; attachments?: string[] }
    return acts[type as ActName](t, {
      who: who(event),
      step: words(states.find(({ path }) => path === step)?.label),
      to: user ? person(user) : '',
      n: sequence ?? attachments?.length ?? 0,
    })
  }
}

/** One sentence for any event. */
export function useSentence(procedure: Described) {
  const { t, words } = useWords()
  const who = useWho()
  const act = useActSentence(procedure)
  return (event: HistoryEvent): string =>
    act(event) ?? (bySystem(event) ? words(event.label) : t('history.sentence', { who: who(event), what: words(event.label) }))
}
