// The keys there are, and the switch that takes them away.

import { useKeysOn } from '../keys.ts'
import { Sheet } from '../Sheet.tsx'
import { useWords } from '../words.ts'
import { paletteKeys } from './Commands.tsx'
import './commands.css'

const single = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['x', 'select'],
  ['c', 'claim'],
  ['/', 'search'],
  ['?', 'keys'],
] as const

export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const [on, setOn] = useKeysOn()
  return (
    <Sheet open onClose={onClose} place="middle" title={t('keys.title')}>
      <dl className={on ? 'keys' : 'keys off'}>
        {single.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="choice">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {t('keys.on')}
      </label>
      <p className="toned keys-hint">{t('keys.hint')}</p>
      <dl className="keys">
        <div>
          <dt>
            <kbd>{paletteKeys}</kbd>
          </dt>
          <dd>{t('commands.title')}</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t('keys.escape')}</dd>
        </div>
      </dl>
    </Sheet>
  )
}
