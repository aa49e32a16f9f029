// How far the demo's clock is moved.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { InputNumber } from 'antd'
import { useState } from 'react'
import { moveClock } from '../api/demo.ts'
import { Alert } from './Alert.tsx'
import { Button } from './Button.tsx'
import { Flex } from './Flex.tsx'
import { useMessages } from './Messages.tsx'
import { useProblemWords } from './problem-words.ts'
import { useWords } from './words.ts'

const most = 400
export function MoveClock({ onMoved }: { onMoved: () => void }) {
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
      {moving.error && <Alert type="error" title={explain(moving.error)} />}
    </Flex>
  )
}
