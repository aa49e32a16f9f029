// The component library works its colours, sizes and styles out in every browser, as script. Here they are worked out once, when the app is
// built: each component brings a style sheet, and what would have computed it stays behind.
import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import { extractStyle as rendered } from '@ant-design/static-style-extract'
import { ConfigProvider, Form, Input } from 'antd'
import { createElement, Fragment, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import type { Plugin } from 'vite'
import { themeIn, variables } from '../library-theme.ts'
import { inTheDark, type Mode } from '../theme.ts'

/** What a rendering registers: `style%%Button-Button%ant-btn%…` or, for the variables of a component, `cssVar%Button%anjuan%ant-btn%…`. */
type Sheets = Map<string, string>

/** A few parts that nothing shows when every component is rendered alone. */
const besides = createElement(Form, null, createElement(Form.Item, { label: '' }, createElement(Input)))

function sheetsIn(mode: Mode): Sheets {
  const cache = createCache()
  const dressed = (node: ReactNode) =>
    createElement(
      StyleProvider,
      { cache, layer: true },
      createElement(ConfigProvider, { theme: themeIn(mode) }, createElement(Fragment, null, node, besides)),
    )
  rendered(dressed as Parameters<typeof rendered>[0])
  return new Map([...cache.cache.keys()].map((key) => [nameOf(key), sheetOf(cache, key)]))
}

function sheetOf(cache: ReturnType<typeof createCache>, key: string) {
  const one = createCache()
  one.cache.set(key, cache.cache.get(key)!)
  return extractStyle(one, true).replace(/\.data-ant-cssinjs-cache-path\{[^}]*\}/, '')
}
/** Without what only tells renderings apart. */
const nameOf = (key: string) => key.replace('%%layer%', '%%').split('%').slice(0, 4).join('%')

/** Those of one component or, with `Shared`, of all: light, and where dark differs, dark over it. */
function sheetFor(begin: string, light: Sheets, dark: Sheets) {
  const keys = [...light.keys()].filter((key) => key.startsWith(begin))
  const differing = keys.filter((key) => light.get(key) !== dark.get(key))
  const text = (sheets: Sheets, of: string[]) => of.map((key) => sheets.get(key)).join('\n')
  return text(light, keys) + (differing.length ? inTheDark((root) => `${root}{${text(dark, differing)}}`) : '')
}

type Values = Record<string, unknown>
/** What all components have in common, colours, sizes and times: as values, and as the variables that styles name. */
function tokensIn(mode: Mode, motion = true) {
  const cache = createCache()
  const { token, ...theme } = themeIn(mode)
  const config = { theme: { ...theme, token: { ...token, motion } } }
  renderToString(createElement(StyleProvider, { cache }, createElement(ConfigProvider, config, createElement(Input))))
  const [, [, , values, sheet]] = [...cache.cache].find(([key]) => key.startsWith('token%'))![1] as [
    number,
    [unknown, string, Values, string],
  ]
  const pairs = [...sheet.matchAll(/(--[^:]+):([^;]*);/g)].map(([, name, value]) => [name!, value!] as const)
  return { values, variables: Object.fromEntries(pairs) }
}
const differing = (from: Values, to: Values) => Object.fromEntries(Object.entries(to).filter(([name, value]) => value !== from[name]))

const tokens = () => ({ light: tokensIn('light'), dark: tokensIn('dark'), still: tokensIn('light', false) })
type Tokens = ReturnType<typeof tokens>

function variablesSheet({ light, dark, still }: Tokens) {
  const rule = (of: Values) =>
    `.${variables}{${Object.entries(of)
      .map(([name, value]) => `${name}:${value};`)
      .join('')}}`
  const over = (of: { variables: Values }) => rule(differing(light.variables, of.variables))
  return `${rule(light.variables)}
${inTheDark((root) => `${root}{${over(dark)}}`)}
@media (prefers-reduced-motion: reduce){${over(still)}}`
}

/** In place of the hook by which components ask for them. */
const tokenHook = ({ light, dark }: Tokens) => `${imported('tokens')}
import { useContext } from 'react'
import { useMode } from '/theme-choice.ts'
import { DesignTokenContext } from './context'
const light = ${JSON.stringify(simple(light.values))}
const values = { light, dark: { ...light, ...${JSON.stringify(differing(simple(light.values), simple(dark.values)))} } }
const kept = new Map()
const withMotion = (mode, motion) => {
  const key = mode + motion
  if (!kept.has(key)) kept.set(key, { ...values[mode], motion })
  return kept.get(key)
}
export const unitless = {}
export default () => [undefined, withMotion(useMode(), useContext(DesignTokenContext).token.motion), '']`
const simple = (values: Values) => Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value !== 'object'))

/** Asked for by themes of wireframes only. */
const unneeded = 'Pagination-bordered'

type Call = { start: number; end: number; callee: { name?: string }; arguments: Argument[] }
type Argument = { start: number; end: number; value?: string; elements?: { value: string }[] }
const makers = new Set(['genStyleHooks', 'genComponentStyleHook', 'genSubStyleComponent'])
/** Every call of a maker at the top of a module: of `const one = maker(…)` and of `export default maker(…)`. */
const callsIn = (body: readonly any[]): Call[] =>
  body
    .flatMap((one) => one.declaration?.declarations ?? one.declarations ?? one.declaration ?? [])
    .map((one) => one.init ?? one)
    .filter(({ type, callee }) => type === 'CallExpression' && makers.has(callee.name))
const cellsOf = ({ value, elements }: Argument) => elements?.map((cell) => cell.value) ?? [value!, value!]

const virtual = 'virtual:styles/'
const utils = '@ant-design/cssinjs-utils'
const imported = (name: string) => `import '${virtual}${name}.css'\n`
/** What the makers make now: the class under which the variables stand, and nothing to compute. */
const made = `${imported('Shared')}
export const genStyleUtils = () => ({
  genStyleHooks: () => () => ['', ${JSON.stringify(variables)}],
  genComponentStyleHook: () => () => '',
  genSubStyleComponent: () => () => null,
})`

const hook = '/antd/es/theme/useToken.js'
const icons = '/antd/es/theme/util/useResetIconStyle.js'
const derived = '/antd/es/theme/themes/default/theme.js'
const iconHook = `${imported('ant-design-icons')}
export default () => {}`

function once<Made>(make: () => Made) {
  let kept: Made | undefined
  return () => {
    kept ??= make()
    return kept
  }
}

export function componentStyles(): Plugin {
  const missing = new Map<string, string>()
  const inBoth = once(() => ({ light: sheetsIn('light'), dark: sheetsIn('dark') }))
  const inCommon = once(tokens)
  const hooks = { [hook]: () => tokenHook(inCommon()), [icons]: () => iconHook, [derived]: () => 'export default undefined' }
  return {
    name: 'component-styles',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === utils && importer?.endsWith('/antd/es/theme/util/genStyleUtils.js')) return `\0${virtual}made.js`
      return id.startsWith(virtual) ? `\0${id}` : undefined
    },
    load(id) {
      const own = Object.entries(hooks).find(([end]) => id.endsWith(end))
      if (own) return own[1]()
      if (!id.startsWith(`\0${virtual}`)) return
      const name = id.slice(virtual.length + 1)
      if (name === 'made.js') return made
      if (name === 'tokens.css') return variablesSheet(inCommon())
      const { light, dark } = inBoth()
      const [kind, of] = name.replace(/\.css$/, '').split(/:/) as [string, string?]
      const sheet = sheetFor(of ? `cssVar%${of}%` : `style%%${kind}%`, light, dark)
      // Variables a component need not have.
      if (!sheet && !of && kind !== unneeded) missing.set(id, kind)
      return sheet
    },
    transform: {
      filter: { id: /\/antd\/es\/.*\/style\/.*\.js$/ },
      handler(code) {
        let text = code
        const cells = callsIn(this.parse(code).body as any[]).toReversed()
        for (const { arguments: given } of cells) text = text.slice(0, given[0]!.end) + text.slice(given.at(-1)!.end)
        const names = cells.map(({ arguments: [first] }) => cellsOf(first!))
        return { code: names.map((of) => imported(of.join('-')) + imported(`variables:${of[0]}`)).join('') + text, map: null }
      },
    },
    generateBundle(_options, bundle) {
      const used = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
      const forgotten = used.flatMap((id) => missing.get(id) ?? [])
      if (forgotten.length) throw new Error(`no rendering shows the styles of ${forgotten.join(', ')}`)
    },
  }
}
