// Says that there is no connection, for as long as there is none.
import { DisconnectOutlined } from '@ant-design/icons'
import { useSyncExternalStore } from 'react'
import { useWords } from './words.ts'

function watch(changed: () => void) {
  const kinds = ['online', 'offline']
  for (const kind of kinds) addEventListener(kind, changed)
  return () => {
    for (const kind of kinds) removeEventListener(kind, changed)
  }
}

export function Offline() {
  const { t } = useWords()
  const online = useSyncExternalStore(watch, () => navigator.onLine)
  if (online) return null
  return (
    <p role="status" className="offline unprinted">
      <DisconnectOutlined aria-hidden /> {t('state.offline')}
    </p>
  )
}
