// How much there is of something at each step of a statechart: by colour, and by the figure that stands there.
import { type Colour, colours } from '../theme.ts'

/** `level` 1 to 4; `said` is for whoever does not see the drawing. */
export type Hot = { level: number; figure: string; said: string }
export type Heat = { hue: Colour; at: ReadonlyMap<string, Hot> }

export const levels = 4
/** How much of the colour is mixed in, in percent: words stay legible on the strongest, in both themes. */
const strengths = [0, 12, 23, 34, 46]
export const heatColour = (hue: Colour, level: number) => `color-mix(in srgb, ${colours[hue]} ${strengths[level]}%, ${colours.paper})`
/** The greatest value of each level, the first level first: even steps, or wider and wider ones where few values are much greater than the rest. */
export const boundsOf = (greatest: number, even: boolean): number[] =>
  Array.from({ length: levels }, (_, n) => (n + 1) / levels).map((part) => greatest * (even ? part : part * part))
/** The level a value belongs to; what is above all bounds belongs to the last. */
export const levelIn = (bounds: readonly number[], value: number) => bounds.findIndex((bound) => value <= bound) + 1 || bounds.length
