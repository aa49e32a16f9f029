// How much there is of something at each step of a statechart: by colour, and by the figure that stands there.
import { type Colour, colours } from '../theme.ts'

/** `level` 1 to 4; `said` is for whoever does not see the drawing. */
export type Hot = { level: number; figure: string; said: string }
export type Heat = { hue: Colour; at: ReadonlyMap<string, Hot> }

export const levels = 4
/** How much of the colour is mixed in, in percent: words stay legible on the strongest, in both themes. */
const strengths = [0, 10, 20, 31, 43]
export const heatColour = (hue: Colour, level: number) => `color-mix(in srgb, ${colours[hue]} ${strengths[level]}%, ${colours.paper})`
/** Which part of the greatest value it reaches. */
export const levelOf = (value: number, greatest: number) => Math.min(levels, Math.max(1, Math.ceil((value / greatest) * levels)))
