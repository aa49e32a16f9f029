// Nearer, farther, and moving about in a drawing that is larger than its frame. Moving is the frame's own scrolling, so that fingers,
// wheels and keys do what they do everywhere.
import { FullscreenOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { useWords } from './words.ts'

const least = 0.25
const most = 2
const within = (scale: number) => Math.min(most, Math.max(least, scale))

export type Zoom = ReturnType<typeof useZoom>

export function useZoom({ width }: { width: number }) {
  const frame = useRef<HTMLElement>(null)
  const [scale, setScale] = useState(0.85)
  useWheel(frame, setScale)
  const by = (factor: number) => {
    const { current: box } = frame
    const next = within(scale * factor)
    setScale(next)
    if (box) requestAnimationFrame(() => keepMiddle(box, next / scale))
  }
  const fit = () => frame.current && setScale(within((frame.current.clientWidth - 4) / width))
  return { frame, scale, nearer: () => by(1.25), farther: () => by(0.8), fit, dragging: useDragging(frame) }
}

function keepMiddle(box: HTMLElement, factor: number) {
  const { clientWidth, clientHeight, scrollLeft, scrollTop } = box
  box.scrollTo({
    left: (scrollLeft + clientWidth / 2) * factor - clientWidth / 2,
    top: (scrollTop + clientHeight / 2) * factor - clientHeight / 2,
  })
}

/** With Ctrl the wheel (or two fingers on a pad) zooms; alone it scrolls. */
function useWheel(frame: React.RefObject<HTMLElement | null>, setScale: React.Dispatch<React.SetStateAction<number>>) {
  useEffect(() => {
    const { current: box } = frame
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      setScale((scale) => within(scale * (event.deltaY < 0 ? 1.1 : 0.9)))
    }
    box?.addEventListener('wheel', turn, { passive: false })
    return () => box?.removeEventListener('wheel', turn)
  }, [frame, setScale])
}

const slight = 4
/** The mouse drags the drawing; fingers scroll by themselves. After a slight movement only it is still a click. */
function useDragging(frame: React.RefObject<HTMLElement | null>) {
  const from = useRef<{ x: number; y: number } | null>(null)
  const moved = useRef(0)
  const letGo = () => {
    from.current = null
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      moved.current = 0
      if (event.pointerType === 'mouse' && event.button === 0) from.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent) => {
      if (!from.current || !frame.current) return
      const [left, top] = [from.current.x - event.clientX, from.current.y - event.clientY]
      frame.current.scrollBy({ left, top })
      moved.current += Math.abs(left) + Math.abs(top)
      from.current = { x: event.clientX, y: event.clientY }
    },
    onPointerUp: letGo,
    onPointerLeave: letGo,
    onClickCapture: (event: MouseEvent) => {
      if (moved.current > slight) event.stopPropagation()
    },
  }
}

export function ZoomBar({ zoom }: { zoom: Zoom }) {
  const { t } = useWords()
  return (
    <div className="zoom-bar joined unprinted">
      <Button aria-label={t('chart.farther')} icon={<MinusOutlined aria-hidden />} onClick={zoom.farther} />
      <Button aria-label={t('chart.nearer')} icon={<PlusOutlined aria-hidden />} onClick={zoom.nearer} />
      <Button aria-label={t('chart.fit')} icon={<FullscreenOutlined aria-hidden />} onClick={zoom.fit} />
    </div>
  )
}
