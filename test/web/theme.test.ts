// The colours are legible: what is written, on whatever it is written, in both themes; and no other file has colours of its own.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Colour, fills, grounds, inks, type Mode, palettes, styleSheet } from '../../web/theme.ts'

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
/** Relative luminance by WCAG 2.2. */
const luminance = (hex: string) => {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string) => {
  const [less, more] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (more + 0.05) / (less + 0.05)
}

type Pair = readonly [Colour, Colour]
const written: Pair[] = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ...fills.map((fill) => ['paper', fill] as const),
]
const outlined: Pair[] = grounds.map((ground) => ['lineStrong', ground])
/** The pairs whose contrast is below `least`. */
const faint = (mode: Mode, pairs: Pair[], least: number) =>
  pairs
    .map(([one, other]) => ({ pair: `${one} on ${other}`, ratio: contrast(palettes[mode][one], palettes[mode][other]) }))
    .filter(({ ratio }) => ratio < least)

describe.each(['light', 'dark'] as const)('in the %s theme', (mode) => {
  it('whatever is written has a contrast of 4.5 at least (WCAG 2.2, 1.4.3)', () => {
    expect(faint(mode, written, 4.5)).toEqual([])
  })

  it('whatever outlines something to use has a contrast of 3 at least (1.4.11)', () => {
    expect(faint(mode, outlined, 3)).toEqual([])
  })

  it('every colour is written on, written in, or a line', () => {
    const known = new Set<string>([...inks, ...grounds])
    const others = Object.keys(palettes[mode]).filter((name) => !known.has(name))
    expect(others.filter((name) => !/line/i.test(name))).toEqual([])
  })
})

it('black on white is 21, and a grey that is too light is found', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
})

it('on paper nothing is dark', () => {
  const always = styleSheet()
    .split('\n')
    .filter((rule) => !rule.startsWith('@media screen'))
    .join()
  for (const [name, colour] of Object.entries(palettes.dark)) expect(always).not.toContain(`--${name}:${colour}`)
  expect(always).toContain(`--paper:${palettes.light.paper}`)
})

const web = new URL('../../web/', import.meta.url)
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(tsx?|css|html|svg)$/.test(path))
const coloured = (text: string) => text.match(/#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|oklch)a?\(/gi) ?? []

describe('colours are named in one file', () => {
  it('no other names any', () => {
    const found = sources.filter((path) => path !== 'theme.ts' && path !== 'public/icon.svg')
    expect(found.length).toBeGreaterThan(50)
    expect(found.flatMap((path) => coloured(readFileSync(new URL(path, web), 'utf8')).map((colour) => `${path}: ${colour}`))).toEqual([])
    expect(coloured("style={{ color: '#17616b', background: rgb(0 0 0) }}")).toHaveLength(2)
  })

  it('the sign on the browser’s tab has the accent', () => {
    const [ground, ...others] = coloured(readFileSync(new URL('public/icon.svg', web), 'utf8'))
    expect(ground).toBe(palettes.light.accent)
    expect(others).toEqual(['#fff'])
  })
})
