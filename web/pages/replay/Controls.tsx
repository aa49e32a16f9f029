// The buttons of the player.
import {
  CaretRightOutlined,
  FastBackwardOutlined,
  FastForwardOutlined,
  PauseOutlined,
  StepBackwardOutlined,
  StepForwardOutlined,
} from '@ant-design/icons'
import type { EventFromLogic } from 'xstate'
import { Button } from '../../ui/Button.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useWords } from '../../ui/words.ts'
import { type player, type Speed, speeds } from './player.ts'

type Props = { position: number; last: number; playing: boolean; speed: Speed; send: (event: EventFromLogic<typeof player>) => void }

export function Controls({ position, last, playing, speed, send }: Props) {
  const { t } = useWords()
  const jump = (to: number) => send({ type: 'jump', to })
  return (
    <Flex wrap gap="8px 16px" align="center">
      <div className="joined">
        <Button
          aria-label={t('replay.first')}
          icon={<FastBackwardOutlined aria-hidden />}
          disabled={position === 0}
          onClick={() => jump(0)}
        />
        <Button
          aria-label={t('replay.backward')}
          icon={<StepBackwardOutlined aria-hidden />}
          disabled={position === 0}
          onClick={() => send({ type: 'back' })}
        />
        <Button
          type="primary"
          aria-label={t(playing ? 'replay.pause' : 'replay.play')}
          icon={playing ? <PauseOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
          onClick={() => send({ type: playing ? 'pause' : 'play' })}
        />
        <Button
          aria-label={t('replay.forward')}
          icon={<StepForwardOutlined aria-hidden />}
          disabled={position === last}
          onClick={() => send({ type: 'forward' })}
        />
        <Button
          aria-label={t('replay.last')}
          icon={<FastForwardOutlined aria-hidden />}
          disabled={position === last}
          onClick={() => jump(last)}
        />
      </div>
      <span aria-live="polite">{t('replay.nth', { n: position + 1, all: last + 1 })}</span>
      <Segments<Speed>
        small
        label={t('replay.speed')}
        value={speed}
        options={speeds.map((value) => ({ value, label: `${value}×` }))}
        onChange={(to) => send({ type: 'speed', to })}
      />
      <span className="keys-hint">{t('audit.player.keys')}</span>
    </Flex>
  )
}
