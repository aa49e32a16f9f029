// The tour: a card at the edge of the page that says what is where, one thing after the other. Nothing behind it is locked; Esc ends it.

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Session } from '../../api/session.ts'
import { space } from '../../theme.ts'
import { Button } from '../Button.tsx'
import { Flex } from '../Flex.tsx'
import { useWords } from '../words.ts'
import { endTour } from './running.ts'
import { type Shown, type Stop, stopsFor } from './stops.ts'
import './tour.css'

export function Tour({ session, shown }: { session: Session; shown: Shown }) {
  const { t } = useWords()
  // What is done on the way moves nothing under whoever reads.
  const [stops] = useState(() => stopsFor(session.role, shown))
  const [at, setAt] = useState(0)
  const stop = stops[at]!
  const id = useId()
  const end = () => endTour(session.id)
  const card = useCard(end)
  const last = at === stops.length - 1
  return (
    <>
      <Ring key={stop.name} of={stop} />
      <section ref={card} className="tour" role="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} tabIndex={-1}>
        <div aria-live="polite">
          <h2 id={`${id}-title`}>{t(`tour.stop.${stop.name}.title`)}</h2>
          <p id={`${id}-text`}>{t(`tour.stop.${stop.name}.text`)}</p>
        </div>
        <Flex gap={space.s} align="center" wrap>
          <span className="quiet figures">{t('tour.nth', { n: at + 1, all: stops.length })}</span>
          <Flex gap={space.s} style={{ marginInlineStart: 'auto' }}>
            {!last && (
              <Button size="small" onClick={end}>
                {t('tour.skip')}
              </Button>
            )}
            {at > 0 && (
              <Button size="small" onClick={() => setAt(at - 1)}>
                {t('tour.back')}
              </Button>
            )}
            <Button size="small" type="primary" onClick={() => (last ? end() : setAt(at + 1))}>
              {t(last ? 'tour.end' : 'tour.next')}
            </Button>
          </Flex>
        </Flex>
      </section>
    </>
  )
}

/** Takes the focus when it comes and gives it back when it goes. Esc is for it unless something else has the focus. */
function useCard(end: () => void) {
  const card = useRef<HTMLElement>(null)
  const latest = useRef(end)
  latest.current = end
  useEffect(() => {
    const before = document.activeElement
    card.current?.focus({ preventScroll: true })
    const press = (event: KeyboardEvent) => {
      const at = document.activeElement as HTMLElement
      if (event.key === 'Escape' && (card.current?.contains(at) || isIdle(at))) latest.current()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus({ preventScroll: true })
    }
  }, [])
  return card
}

/** The page itself, after a click on nothing in particular. */
const isIdle = (focused: HTMLElement) => focused.tabIndex < 0 && !focused.closest('[role=dialog]')

type Box = { left: number; top: number; width: number; height: number }
const margin = 4
/** Holds the ways to the pages where the screen is narrow. */
const menuButton = 'header .narrow-only'
const inSight = (at: string) =>
  [...document.querySelectorAll(at)].map((node) => node.getBoundingClientRect()).find(({ width }) => width > 0)

/** A ring around what is meant, or around the menu that holds it. */
function Ring({ of: { at } }: { of: Stop }) {
  const [box, setBox] = useState<Box | null>(null)
  useLayoutEffect(() => {
    const place = () => {
      const found = inSight(at) ?? inSight(menuButton)
      setBox(found ? around(found) : null)
    }
    place()
    window.addEventListener('resize', place)
    window.addEventListener('scroll', place, true)
    // What comes into the page late moves the rest.
    const watch = new ResizeObserver(place)
    for (const node of document.querySelectorAll('header nav, main')) watch.observe(node)
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', place)
      window.removeEventListener('scroll', place, true)
    }
  }, [at])
  return box && <div className="tour-ring" aria-hidden style={box} />
}
const around = ({ left, top, width, height }: DOMRect): Box => ({
  left: left - margin,
  top: top - margin,
  width: width + 2 * margin,
  height: height + 2 * margin,
})
