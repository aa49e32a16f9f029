// The component library works its styles out in every browser, as script. Here they are worked out once, when the app is built: each
// component brings a style sheet, and what would have computed it stays behind.
import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import { extractStyle as rendered } from '@ant-design/static-style-extract'
import { ConfigProvider, Form, Input } from 'antd'
import { createElement, Fragment, type ReactNode } from 'react'
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
      createElement(ConfigProvider, { theme: themeIn('zh-CN', mode) }, createElement(Fragment, null, node, besides)),
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

export function componentStyles(): Plugin {
  const missing = new Map<string, string>()
  let sheets: { light: Sheets; dark: Sheets } | undefined
  const inBoth = () => {
    sheets ??= { light: sheetsIn('light'), dark: sheetsIn('dark') }
    return sheets
  }
  return {
    name: 'component-styles',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === utils && importer?.endsWith('/antd/es/theme/util/genStyleUtils.js')) return `\0${virtual}made.js`
      return id.startsWith(virtual) ? `\0${id}` : undefined
    },
    load(id) {
      if (!id.startsWith(`\0${virtual}`)) return
      const name = id.slice(virtual.length + 1)
      if (name === 'made.js') return made
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
