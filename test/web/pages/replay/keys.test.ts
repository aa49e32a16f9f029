// @vitest-environment happy-dom
// The keys of a replay: they play and step wherever one stands, and leave alone what has a meaning of its own there.
import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../../web/pages/replay/keys.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, defaultPrevented: false }
const element = (html: string, inner = '') => {
  document.body.innerHTML = html
  return document.body.querySelector(inner || '*')!
}
const at = { playing: false, last: 9 }
const press = (key: string, target: Element = document.body, rest: Partial<typeof none> = {}) =>
  meaningOf({ ...none, ...rest, key, target }, at)

describe('on the page', () => {
  it('space plays and pauses, arrows step, home and end jump', () => {
    expect(press(' ')).toEqual({ type: 'play' })
    expect(meaningOf({ ...none, key: ' ', target: document.body }, { playing: true, last: 9 })).toEqual({ type: 'pause' })
    expect(press('ArrowRight')).toEqual({ type: 'forward' })
    expect(press('ArrowLeft')).toEqual({ type: 'back' })
    expect(press('Home')).toEqual({ type: 'jump', to: 0 })
    expect(press('End')).toEqual({ type: 'jump', to: 9 })
  })

  it('other keys, and keys with others held down, mean nothing', () => {
    for (const key of ['a', 'Enter', 'ArrowUp', 'toString']) expect(press(key)).toBeNull()
    for (const held of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey', 'defaultPrevented'] as const)
      expect(press('ArrowRight', document.body, { [held]: true })).toBeNull()
  })

  it('while something is written, chosen or scrolled they are left alone', () => {
    for (const html of ['<textarea></textarea>', '<input type="radio">', '<select></select>', '<section class="chart"></section>'])
      for (const key of [' ', 'ArrowLeft', 'End']) expect([html, press(key, element(html))]).toEqual([html, null])
    expect(press('ArrowLeft', element('<div role="dialog"><p></p></div>', 'p'))).toBeNull()
  })

  it('on a button space presses the button, and arrows step all the same', () => {
    for (const html of ['<button></button>', '<a href="/"></a>', '<details><summary></summary></details>']) {
      const focus = element(html, html.includes('summary') ? 'summary' : '')
      expect([html, press(' ', focus)]).toEqual([html, null])
      expect([html, press('ArrowRight', focus)]).toEqual([html, { type: 'forward' }])
    }
    expect(press(' ', element('<div role="slider"></div>'))).toEqual({ type: 'play' })
  })
})
