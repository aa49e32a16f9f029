// The demo's clock: moves the institution's time on, so that deadlines and visits can be seen to happen.
import { HistoryOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, InputNumber } from 'antd'
import { useState } from 'react'
import { demoQuery, moveClock } from '../api/demo.ts'
import { useMessages } from './Messages.tsx'
import { Popup } from './Popup.tsx'
import { useProblemWords } from './problem-words.ts'
import { useWords } from './words.ts'

export function DemoClock() {
  const { t, date, colon } = useWords()
  const { data: demo } = useQuery(demoQuery)
  const label = demo ? t('clock.title') + colon + date(demo.now) : t('clock.title')
  const face = <span className="wide-only">{demo ? date(demo.now) : t('clock.title')}</span>
  return (
    <Popup button={{ icon: <HistoryOutlined aria-hidden />, 'aria-label': label, children: face }}>
      {(close) => <Mover onMoved={close} />}
    </Popup>
  )
}

const most = 400
function Mover({ onMoved }: { onMoved: () => void }) {
  const { t, date } = useWords()
  const explain = useProblemWords()
  const { message } = useMessages()
  const client = useQueryClient()
  const [days, setDays] = useState(1)
  const moving = useMutation({
    mutationFn: () => moveClock(days),
    onSuccess: async ({ now }) => {
      await client.invalidateQueries()
      void message.success(t('clock.moved', { date: date(now) }))
      onMoved()
    },
  })
  return (
    <Flex vertical gap={8} style={{ padding: 8 }}>
      <span>{t('clock.hint')}</span>
      <Flex gap={8}>
        <InputNumber
          min={1}
          max={most}
          precision={0}
          value={days}
          onChange={(n) => setDays(n ?? 1)}
          aria-label={t('clock.days')}
          suffix={t('clock.unit')}
          style={{ width: 120 }}
        />
        <Button type="primary" loading={moving.isPending} onClick={() => moving.mutate()}>
          {t('clock.move')}
        </Button>
      </Flex>
      {moving.error && <Alert type="error" showIcon title={explain(moving.error)} />}
    </Flex>
  )
}
