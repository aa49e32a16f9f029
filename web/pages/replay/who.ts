// Who recorded an event, and for whom.
import type { HistoryEvent } from '../../api/cases.ts'
import { useWords } from '../../ui/words.ts'

export function useWho() {
  const { t } = useWords()
  return ({ actor, actorName, onBehalfOfName }: HistoryEvent): string => {
    if (actor === 'clock' || actor === 'system') return t('person.system')
    return onBehalfOfName ? t('audit.onBehalf', { deputy: actorName, principal: onBehalfOfName }) : (actorName ?? t('person.unknown'))
  }
}
