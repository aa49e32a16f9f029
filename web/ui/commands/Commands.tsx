// The way to everything by a few letters: the button in the head of the page, and Ctrl or ⌘ with K.
import { SearchOutlined } from '@ant-design/icons'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Session } from '../../api/session.ts'
import { Button } from '../Button.tsx'
import { useKeys } from '../keys.ts'
import { useWords } from '../words.ts'

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))
const KeyList = lazy(async () => ({ default: (await import('./KeyList.tsx')).KeyList }))

const onMac = /Mac|iPhone|iPad/.test(navigator.platform)
export const paletteKeys = onMac ? '⌘K' : 'Ctrl K'

export function Commands({ session }: { session: Session }) {
  const { t } = useWords()
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null)
  useKeys({ '?': () => setShown('keys') })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setShown((before) => (before === 'palette' ? null : 'palette'))
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  const close = () => setShown(null)
  return (
    <>
      <Button
        type="text"
        icon={<SearchOutlined aria-hidden />}
        aria-label={`${t('commands.title')} ${paletteKeys}`}
        onClick={() => setShown('palette')}
      >
        <kbd className="wide-only">{paletteKeys}</kbd>
      </Button>
      <Suspense fallback={null}>
        {shown === 'palette' && <Palette session={session} onClose={close} onKeys={() => setShown('keys')} />}
        {shown === 'keys' && <KeyList onClose={close} />}
      </Suspense>
    </>
  )
}
