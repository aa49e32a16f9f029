// How everything looks: one accent colour, quiet greys, light and dark, type for Chinese and Latin, sizes and spaces. The only file that
// names a colour. The style sheet made of it is `virtual:tokens.css`; components name a colour by what it is for.
import type { Locale } from '../machines/label.ts'

/** What words and signs are written in; every one is legible on every ground. `paper` is written on the colours of the last four. */
export const inks = ['ink', 'quiet', 'accent', 'danger', 'warning', 'success'] as const
export const grounds = ['page', 'paper', 'inset', 'accentSoft', 'dangerSoft', 'warningSoft', 'successSoft'] as const
export const fills = ['accent', 'danger', 'warning', 'success'] as const
/** `line` divides; `lineStrong` outlines what can be used or must be seen. */
const lines = ['line', 'lineStrong', 'accentLine', 'dangerLine', 'warningLine', 'successLine'] as const
export type Colour = (typeof inks)[number] | (typeof grounds)[number] | (typeof lines)[number]

export type Mode = 'light' | 'dark'
/** For what cannot follow the style sheet: charts drawn by a library. Everything else takes `colours`. */
export const palettes: Record<Mode, Record<Colour, string>> = {
  light: {
    ink: '#1c2426',
    quiet: '#526063',
    accent: '#17616b',
    danger: '#b3261e',
    warning: '#8a5300',
    success: '#226b45',
    page: '#f4f6f6',
    paper: '#ffffff',
    inset: '#f1f4f4',
    accentSoft: '#e3f0f1',
    dangerSoft: '#fcefee',
    warningSoft: '#fdf4e3',
    successSoft: '#e8f4ed',
    line: '#d5dcdd',
    lineStrong: '#798789',
    accentLine: '#b4d3d6',
    dangerLine: '#ecc3c0',
    warningLine: '#e8d3a8',
    successLine: '#b5d9c4',
  },
  dark: {
    ink: '#e4eaeb',
    quiet: '#a9b6b9',
    accent: '#6cc3cd',
    danger: '#f39b93',
    warning: '#e3b566',
    success: '#7fcb9f',
    page: '#11181a',
    paper: '#192123',
    inset: '#20292c',
    accentSoft: '#17363b',
    dangerSoft: '#3d2120',
    warningSoft: '#392c14',
    successSoft: '#183526',
    line: '#334043',
    lineStrong: '#718286',
    accentLine: '#2b5b62',
    dangerLine: '#6b3835',
    warningLine: '#5f4a20',
    successLine: '#2b5a41',
  },
}

/** Colours by what they are for, in whichever theme is on: for styles, and for `fill` and `stroke` of a drawing. */
export const colours = Object.fromEntries(Object.keys(palettes.light).map((name) => [name, `var(--${name})`])) as Record<Colour, string>

/** Sizes of type in px: `small` for marks and figures at the side, `text` for everything, `lead` for headings of a part, `title` for a page. */
export const type = { small: 12, note: 13, text: 14, lead: 16, title: 20 } as const
/** Spaces in px. */
export const space = { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 48 } as const
export const radius = 6
/** How long a line of running words may be: some forty characters of Chinese. */
const measure = '42em'

const chinese = ['"PingFang SC"', '"Microsoft YaHei"', '"Noto Sans CJK SC"', '"Noto Sans SC"', '"Source Han Sans SC"']
const latin = ['-apple-system', '"Segoe UI"', 'Roboto', '"Helvetica Neue"', 'Arial', '"Liberation Sans"']
/** Quotation marks and dots are as wide as the first font has them: Chinese wants its own. */
export const fonts: Record<Locale, string> = {
  'zh-CN': ['-apple-system', '"Segoe UI"', ...chinese, 'system-ui', 'sans-serif'].join(', '),
  en: [...latin, ...chinese, 'system-ui', 'sans-serif'].join(', '),
}
export const monospace = 'ui-monospace, "SFMono-Regular", "Cascadia Mono", Consolas, "Noto Sans Mono", monospace'

type Values = Record<string, string | number>
const rule = (selector: string, values: Values) =>
  `${selector}{${Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`
const properties = (values: Values, prefix = '', unit = '') =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${prefix}${name}`, `${value}${unit}`]))
const palette = (mode: Mode) => ({ 'color-scheme': mode, ...properties(palettes[mode]) })

/** What holds where dark was chosen, or is how the system has it and nothing was chosen; `rules` are written for that root. */
export const inTheDark = (rules: (root: string) => string) =>
  `@media screen and (prefers-color-scheme: dark){${rules(':root:not([data-theme=light])')}}
@media screen{${rules(':root[data-theme=dark]')}}`

/** The same for the style sheet: `--accent`, `--type-small`, `--space-m` and so on. Dark is for screens only: paper is white. */
/** What lies behind a panel, and below it. */
const shades = { scrim: 'rgb(0 0 0 / 45%)', shadow: 'rgb(0 0 0 / 16%)' }

export const styleSheet = () =>
  [
    rule(':root', {
      ...palette('light'),
      ...properties(type, 'type-', 'px'),
      ...properties(space, 'space-', 'px'),
      ...properties({ radius }, '', 'px'),
      ...properties({ font: fonts['zh-CN'], monospace, measure, ...shades }),
    }),
    // Where only a Chinese font has the quotation marks, English takes the narrow ones.
    rule(':root:lang(en)', { ...properties({ font: fonts.en }), 'font-variant-east-asian': 'proportional-width' }),
    inTheDark((root) => rule(root, palette('dark'))),
  ].join('\n')
