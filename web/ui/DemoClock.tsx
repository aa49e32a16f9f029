// The demo's clock: moves the institution's time on, so that deadlines and visits can be seen to happen.
import { HistoryOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { demoQuery } from '../api/demo.ts'
import { later } from './later.tsx'
import { Popup } from './Popup.tsx'
import { useWords } from './words.ts'

const MoveClock = later(async () => (await import('./MoveClock.tsx')).MoveClock)

export function DemoClock() {
  const { t, date, colon } = useWords()
  const { data: demo } = useQuery(demoQuery)
  const label = demo ? t('clock.title') + colon + date(demo.now) : t('clock.title')
  const face = <span className="wide-only">{demo ? date(demo.now) : t('clock.title')}</span>
  return (
    <Popup button={{ icon: <HistoryOutlined aria-hidden />, 'aria-label': label, children: face }}>
      {(close) => (
        <Suspense>
          <MoveClock onMoved={close} />
        </Suspense>
      )}
    </Popup>
  )
}
